package org.yuyin.feature.sound.emobase;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Inverse Fourier transform of a real, even spectrum: from H + 1 bins to H values, {@code y[n] =
 * (s[0] + (-1)^n s[H])/2 + Σ s[b] cos(πnb/H)}, which is H times the usual inverse. One real
 * transform of H points does it (Press et al.: Numerical Recipes, section "Cosine transforms"),
 * where the plain way takes 2H. For one thread.
 */
final class CosineSeries {
  private final int half;
  private final DoubleFFT_1D transform;
  private final double[] sines;
  private final double[] cosines;
  private final double[] folded;

  /**
   * Prepares the tables.
   *
   * @param half H, a power of two
   */
  CosineSeries(int half) {
    this.half = half;
    transform = new DoubleFFT_1D(half);
    sines = new double[half];
    cosines = new double[half];
    folded = new double[half];
    for (int j = 0; j < half; j++) {
      sines[j] = Math.sin(Math.PI * j / half);
      cosines[j] = Math.cos(Math.PI * j / half);
    }
  }

  /**
   * Transforms.
   *
   * @param spectrum H + 1 bins
   * @param values filled with H values
   */
  void of(double[] spectrum, double[] values) {
    double first = 0.5 * (spectrum[0] - spectrum[half]);
    folded[0] = 0.5 * (spectrum[0] + spectrum[half]);
    for (int j = 1; j < half; j++) {
      double here = spectrum[j];
      double mirrored = spectrum[half - j];
      folded[j] = 0.5 * (here + mirrored) - sines[j] * (here - mirrored);
      first += here * cosines[j];
    }
    transform.realForward(folded);
    values[0] = folded[0];
    values[1] = first;
    // Even values are the real parts; odd ones follow from each other by the imaginary parts.
    for (int k = 1; k < half / 2; k++) {
      values[2 * k] = folded[2 * k];
      values[2 * k + 1] = values[2 * k - 1] - folded[2 * k + 1];
    }
  }
}
