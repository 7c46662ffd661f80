package org.yuyin.media.facts;

/** Means over the surroundings of each value of a series. */
final class Smoothing {
  private static final double REACH = 3; // in deviations

  private Smoothing() {}

  /**
   * Weighted by a Gaussian; at the ends by the part of it that lies inside.
   *
   * @param deviation of the Gaussian, in steps of the series
   */
  static double[] gaussian(double[] series, double deviation) {
    int reach = (int) Math.ceil(REACH * deviation);
    var weights = new double[reach + 1];
    for (int i = 0; i <= reach; i++) {
      weights[i] = Math.exp(-0.5 * i * i / (deviation * deviation));
    }
    var smooth = new double[series.length];
    for (int t = 0; t < series.length; t++) {
      double sum = 0;
      double weight = 0;
      for (int i = Math.max(0, t - reach); i <= Math.min(series.length - 1, t + reach); i++) {
        sum += weights[Math.abs(i - t)] * series[i];
        weight += weights[Math.abs(i - t)];
      }
      smooth[t] = sum / weight;
    }
    return smooth;
  }
}
