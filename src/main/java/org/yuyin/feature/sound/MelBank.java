package org.yuyin.feature.sound;

import java.util.Arrays;

/**
 * A bank of triangles that are linear on the mel scale, of peak 1, without area normalisation:
 * {@code mel(f) = 1127 ln(1 + f/700)}. Each triangle rises from its left neighbour's centre and
 * falls to its right neighbour's, so a bin feeds at most two of them. Immutable.
 */
public final class MelBank {
  private final int bands;
  private final int firstBin;

  /** For bin {@code firstBin + i}: the triangle it rises in; the one below is where it falls. */
  private final int[] rising;

  /** For bin {@code firstBin + i}: its weight in the rising triangle; 1 minus it in the falling. */
  private final double[] weight;

  /**
   * Spaces the centres evenly in mel.
   *
   * @param bands triangles
   * @param lowHz left foot of the first triangle
   * @param highHz right foot of the last triangle
   * @param binHz distance between two bins of the spectrum
   * @param endBin first bin that is left out at the upper end
   */
  public MelBank(int bands, double lowHz, double highHz, double binHz, int endBin) {
    this.bands = bands;
    double low = mel(lowHz);
    double step = (mel(highHz) - low) / (bands + 1);
    int first = 0;
    while (first < endBin && mel(first * binHz) <= low) {
      first++;
    }
    int end = first;
    while (end < endBin && mel(end * binHz) < low + step * (bands + 1)) {
      end++;
    }
    firstBin = first;
    rising = new int[end - first];
    weight = new double[end - first];
    for (int bin = first; bin < end; bin++) {
      double position = (mel(bin * binHz) - low) / step;
      int left = (int) Math.ceil(position) - 1;
      rising[bin - first] = left;
      weight[bin - first] = position - left;
    }
  }

  /** Frequency in Hz to mel. */
  public static double mel(double hertz) {
    return 1127 * Math.log1p(hertz / 700);
  }

  /** Triangles in the bank. */
  public int bands() {
    return bands;
  }

  /**
   * Sums the spectrum under each triangle.
   *
   * @param power one value for each bin from 0 Hz on; at least {@code endBin} of them
   * @param energies filled with {@link #bands} values
   */
  public void apply(double[] power, double[] energies) {
    Arrays.fill(energies, 0, bands, 0.0);
    for (int i = 0; i < rising.length; i++) {
      double value = power[firstBin + i];
      int band = rising[i];
      if (band < bands) {
        energies[band] += weight[i] * value;
      }
      if (band > 0) {
        energies[band - 1] += (1 - weight[i]) * value;
      }
    }
  }
}
