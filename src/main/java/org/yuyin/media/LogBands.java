package org.yuyin.media;

/** Sums the bins of a power spectrum into bands that are equally wide on a logarithmic scale. */
public final class LogBands {
  private final int count;
  private final int[] bandOfBin;

  /**
   * @param count bands
   * @param lowestBin the first bin of the lowest band; bins below it belong to none
   * @param bins of the spectrum
   */
  public LogBands(int count, int lowestBin, int bins) {
    this.count = count;
    this.bandOfBin = new int[bins];
    for (int bin = 0; bin < bins; bin++) {
      double place = Math.log((double) bin / lowestBin) / Math.log((double) bins / lowestBin);
      bandOfBin[bin] = bin < lowestBin ? -1 : Math.min(count - 1, (int) (place * count));
    }
  }

  /**
   * Power of each band.
   *
   * @param power of each bin
   */
  public double[] sums(float[] power) {
    var sums = new double[count];
    for (int bin = 0; bin < power.length; bin++) {
      if (bandOfBin[bin] >= 0) {
        sums[bandOfBin[bin]] += power[bin];
      }
    }
    return sums;
  }
}
