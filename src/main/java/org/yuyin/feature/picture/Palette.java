package org.yuyin.feature.picture;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The four commonest colours, most common first: the fullest cells of a 4 × 4 × 4 division of RGB,
 * each with the mean colour of its pixels and its share. A picture of fewer has zeros for the rest.
 */
final class Palette implements PictureStatistic {
  private static final int COLOURS = 4;
  private static final int STEPS = 4;

  @Override
  public List<String> columns() {
    return IntStream.range(0, COLOURS)
        .boxed()
        .flatMap(
            colour ->
                List.of("red", "green", "blue", "share").stream()
                    .map(part -> "palette[%d].%s".formatted(colour, part)))
        .toList();
  }

  @Override
  public float[] of(Picture picture, Picture before) {
    var sums = new double[STEPS * STEPS * STEPS][4];
    for (int pixel = 0; pixel < picture.pixels(); pixel++) {
      var cell = sums[cell(picture, pixel)];
      cell[0] += picture.red()[pixel];
      cell[1] += picture.green()[pixel];
      cell[2] += picture.blue()[pixel];
      cell[3]++;
    }
    // The index breaks ties, so that the order never depends on anything but the picture.
    var fullest =
        IntStream.range(0, sums.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer cell) -> -sums[cell][3]))
            .limit(COLOURS)
            .toList();
    var values = new float[COLOURS * 4];
    for (int colour = 0; colour < COLOURS; colour++) {
      write(sums[fullest.get(colour)], picture.pixels(), values, colour * 4);
    }
    return values;
  }

  private static int cell(Picture picture, int pixel) {
    return (step(picture.red()[pixel]) * STEPS + step(picture.green()[pixel])) * STEPS
        + step(picture.blue()[pixel]);
  }

  private static int step(float part) {
    return Math.min(STEPS - 1, (int) (part * STEPS));
  }

  private static void write(double[] cell, int pixels, float[] values, int at) {
    double count = cell[3];
    if (count > 0) {
      for (int part = 0; part < 3; part++) {
        values[at + part] = (float) (cell[part] / count);
      }
      values[at + 3] = (float) (count / pixels);
    }
  }
}
