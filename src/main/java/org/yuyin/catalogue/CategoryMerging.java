package org.yuyin.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;

/**
 * What fine categories are merged into unless a manifest or a person says otherwise. The shipped
 * table is the paper's: 15 fine categories in four.
 */
public final class CategoryMerging {
  private final Map<String, String> mergedByName;

  private CategoryMerging(Map<String, String> mergedByName) {
    this.mergedByName = Map.copyOf(mergedByName);
  }

  /** The paper's table, resource {@code merging.csv}. */
  public static CategoryMerging ofThePaper() {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();
    try (var in = CategoryMerging.class.getResourceAsStream("merging.csv")) {
      if (in == null) {
        throw new IllegalStateException("merging.csv is not in the program");
      }
      var merged = new HashMap<String, String>();
      for (var row : format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        merged.put(folded(row.get("fine")), row.get("merged"));
      }
      return new CategoryMerging(merged);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What the table says of that category; names are compared without case, spaces and punctuation.
   */
  public Optional<String> mergedOf(String category) {
    return Optional.ofNullable(mergedByName.get(folded(category)));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\p{Punct}\\s’_]+", "");
  }
}
