package org.yuyin.feature.picture;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Means over the nine fields of a picture cut in thirds: where in the picture something is. */
final class Grid {
  private static final int THIRDS = 3;
  static final int FIELDS = THIRDS * THIRDS;

  private Grid() {}

  /** Such as {@code luma_field[0]}, row by row from the top left. */
  static List<String> columns(String what) {
    return IntStream.range(0, FIELDS).mapToObj(field -> what + "_field[" + field + "]").toList();
  }

  /** The mean of each field. */
  static float[] means(int side, IntToDoubleFunction pixelValue) {
    var sums = new double[FIELDS];
    var counts = new int[FIELDS];
    for (int pixel = 0; pixel < side * side; pixel++) {
      int field = pixel / side * THIRDS / side * THIRDS + pixel % side * THIRDS / side;
      sums[field] += pixelValue.applyAsDouble(pixel);
      counts[field]++;
    }
    var means = new float[FIELDS];
    for (int field = 0; field < FIELDS; field++) {
      means[field] = (float) (sums[field] / counts[field]);
    }
    return means;
  }
}
