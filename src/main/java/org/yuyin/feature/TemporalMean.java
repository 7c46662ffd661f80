package org.yuyin.feature;

/** A clip's vector from those of its parts. */
public final class TemporalMean {
  private TemporalMean() {}

  /**
   * The mean of each column, summed in double precision.
   *
   * @param rows (parts, width), at least one
   */
  public static float[] of(float[][] rows) {
    var mean = new float[rows[0].length];
    for (int column = 0; column < mean.length; column++) {
      double sum = 0;
      for (var row : rows) {
        sum += row[column];
      }
      mean[column] = (float) (sum / rows.length);
    }
    return mean;
  }
}
