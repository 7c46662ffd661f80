package org.yuyin.feature.sound;

/**
 * Running mean and deviation of several columns. Sums are kept relative to each column's first
 * value, so a column that never changes has a deviation of exactly 0.
 */
final class Spread {
  private final double[] origin;
  private final double[] sum;
  private final double[] squares;
  private final long[] count;

  Spread(int columns) {
    origin = new double[columns];
    sum = new double[columns];
    squares = new double[columns];
    count = new long[columns];
  }

  void add(int column, double value) {
    if (count[column]++ == 0) {
      origin[column] = value;
    }
    double offset = value - origin[column];
    sum[column] += offset;
    squares[column] += offset * offset;
  }

  /** 0 where nothing was added. */
  double mean(int column) {
    return count[column] == 0 ? 0 : origin[column] + sum[column] / count[column];
  }

  /** With the count as divisor; 0 where nothing was added. */
  double deviation(int column) {
    if (count[column] == 0) {
      return 0;
    }
    double mean = sum[column] / count[column];
    return Math.sqrt(Math.max(0, squares[column] / count[column] - mean * mean));
  }
}
