package org.yuyin.feature.sound.emobase;

import org.yuyin.feature.sound.MelBank;

/**
 * Mel-frequency cepstral coefficients 1 to 12 of a pre-emphasised frame, after HTK (Young et al.:
 * The HTK Book): 26 bands up to 8 kHz, cosine transform, sine lifter. For one thread.
 */
final class Mfcc {
  static final int COEFFICIENTS = 12;

  private static final int BANDS = 26;
  private static final double HIGHEST_HZ = 8000;
  private static final double LIFTER = 22;

  /** HTK works on 16-bit sample values: powers are scaled back to them. */
  private static final double HTK_POWER_SCALE = 32767.0 * 32767.0;

  /** Smallest band power that is logged. */
  private static final double FLOOR = 1.0;

  private final WindowedSpectrum spectrum;
  private final MelBank mel;
  private final double[][] cosines = liftedCosines();
  private final double[] energies = new double[BANDS];

  Mfcc(Framing framing) {
    spectrum = new WindowedSpectrum(framing.shortFrame(), framing.shortTransform());
    mel = bank(framing);
  }

  private static MelBank bank(Framing framing) {
    double seconds = framing.shortTransformSeconds();
    float binHz = (float) (1 / seconds);
    double highHz = Math.min(HIGHEST_HZ, framing.shortTransform() / seconds / 2);
    // The bin next to the upper edge is left out even where it lies below the edge.
    int endBin = (int) Math.min(Math.round(highHz / binHz), framing.shortTransform() / 2 + 1L);
    return new MelBank(BANDS, 0, highHz, binHz, endBin);
  }

  private static double[][] liftedCosines() {
    var cosines = new double[COEFFICIENTS][BANDS];
    for (int i = 1; i <= COEFFICIENTS; i++) {
      double lift = 1 + LIFTER / 2 * Math.sin(Math.PI * i / LIFTER);
      for (int band = 0; band < BANDS; band++) {
        cosines[i - 1][band] =
            Math.sqrt(2.0 / BANDS) * lift * Math.cos(Math.PI * i * (band + 0.5) / BANDS);
      }
    }
    return cosines;
  }

  /** Fills {@code target[i][row]} with the coefficients, i from {@code first} on. */
  void of(float[] lifted, float[][] target, int first, int row) {
    mel.apply(spectrum.of(lifted), energies);
    for (int band = 0; band < BANDS; band++) {
      energies[band] = Math.log(Math.max(energies[band] * HTK_POWER_SCALE, FLOOR));
    }
    for (int i = 0; i < COEFFICIENTS; i++) {
      double sum = 0;
      for (int band = 0; band < BANDS; band++) {
        sum += cosines[i][band] * energies[band];
      }
      target[first + i][row] = (float) sum;
    }
  }
}
