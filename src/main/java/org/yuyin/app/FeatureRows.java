package org.yuyin.app;

import java.util.List;

/**
 * What was extracted from one file or text.
 *
 * @param item the file as given, or the text
 * @param columns names of the values in a row
 * @param seconds where each row stands in the clip; empty when the only row describes all of it
 * @param rows (rows, columns)
 */
record FeatureRows(String item, List<String> columns, List<Double> seconds, float[][] rows) {
  /** One vector for the whole. */
  static FeatureRows whole(String item, List<String> columns, float[] vector) {
    return new FeatureRows(item, columns, List.of(), new float[][] {vector});
  }
}
