package org.yuyin.feature.sound.emobase;

/** Changes of sign in a raw frame, for each of its samples. */
final class ZeroCrossings {
  private ZeroCrossings() {}

  /**
   * Counts over the inner samples. A sample that is exactly 0 between two that do not share a sign
   * counts too, so digital silence gives nearly 1 rather than 0: the original does so.
   */
  static float rate(float[] frame, int length) {
    int count = 0;
    for (int n = 1; n < length - 1; n++) {
      boolean touches = frame[n] == 0 && frame[n - 1] * frame[n + 1] <= 0;
      if (touches || frame[n - 1] * frame[n] < 0) {
        count++;
      }
    }
    return (float) count / length;
  }
}
