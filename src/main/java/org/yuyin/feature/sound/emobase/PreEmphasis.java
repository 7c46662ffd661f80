package org.yuyin.feature.sound.emobase;

/** Lifts the treble inside one frame: {@code p[n] = x[n] - 0.97 x[n-1]}. */
final class PreEmphasis {
  private static final float FACTOR = 0.97f;

  private PreEmphasis() {}

  /** Fills {@code lifted} with {@code length} values; the first sample is only scaled. */
  static void apply(float[] frame, int length, float[] lifted) {
    lifted[0] = (1 - FACTOR) * frame[0];
    for (int n = 1; n < length; n++) {
      lifted[n] = frame[n] - FACTOR * frame[n - 1];
    }
  }
}
