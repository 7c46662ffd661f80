package org.yuyin.feature.sound.emobase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A golden table among the test resources, compressed if its name ends in {@code .gz}: a header,
 * then one label and numbers in every row.
 */
record Csv(List<String> columns, List<String> labels, float[][] rows) {
  static Csv read(String resource) {
    try (var bytes =
            Objects.requireNonNull(
                Csv.class.getClassLoader().getResourceAsStream(resource), resource);
        var text = resource.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        var reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
      var lines = reader.lines().map(line -> List.of(line.split(","))).toList();
      var header = lines.getFirst();
      var body = lines.subList(1, lines.size());
      return new Csv(
          header.subList(1, header.size()),
          body.stream().map(List::getFirst).toList(),
          body.stream().map(Csv::numbers).toArray(float[][]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float[] numbers(List<String> cells) {
    var numbers = new float[cells.size() - 1];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Float.parseFloat(cells.get(i + 1));
    }
    return numbers;
  }

  float[] row(String label) {
    return rows[labels.indexOf(label)];
  }
}
