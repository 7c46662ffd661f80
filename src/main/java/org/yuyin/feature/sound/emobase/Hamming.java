package org.yuyin.feature.sound.emobase;

/** The symmetric Hamming window, {@code 0.54 - 0.46 cos(2πn/(N-1))}. */
final class Hamming {
  private Hamming() {}

  static double[] window(int length) {
    var window = new double[length];
    for (int n = 0; n < length; n++) {
      window[n] = 0.54 - 0.46 * StrictMath.cos(2 * Math.PI * n / (length - 1));
    }
    return window;
  }

  /** Rounded to single precision, as the original multiplies with it. */
  static float[] singlePrecision(int length) {
    var exact = window(length);
    var window = new float[length];
    for (int n = 0; n < length; n++) {
      window[n] = (float) exact[n];
    }
    return window;
  }
}
