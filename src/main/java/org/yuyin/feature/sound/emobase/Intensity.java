package org.yuyin.feature.sound.emobase;

/** Window-weighted mean square of a frame, and the loudness that follows from it. */
final class Intensity {
  /**
   * The original's loop over the frame stops at the number of its outputs, so only the first two
   * samples enter the sum, while the divisor is the sum of the whole window.
   */
  private static final int SAMPLES_THAT_COUNT = 2;

  private static final double REFERENCE = 1e-6;
  private static final double LOUDNESS_EXPONENT = 0.3;

  private final double[] window;
  private final double windowSum;

  Intensity(int frameLength) {
    window = Hamming.window(frameLength);
    double sum = 0;
    for (var weight : window) {
      sum += weight;
    }
    windowSum = sum;
  }

  /** Intensity of a raw frame. */
  double of(float[] frame) {
    double sum = 0;
    for (int n = 0; n < SAMPLES_THAT_COUNT; n++) {
      sum += window[n] * frame[n] * frame[n];
    }
    return sum / windowSum;
  }

  /** Loudness of an intensity that is not yet rounded. */
  static double loudness(double intensity) {
    return Math.pow(intensity / REFERENCE, LOUDNESS_EXPONENT);
  }
}
