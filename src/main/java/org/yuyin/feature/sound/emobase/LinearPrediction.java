package org.yuyin.feature.sound.emobase;

import java.util.Arrays;

/**
 * Linear predictor of order 8 by autocorrelation and the Levinson-Durbin recursion (Makhoul: Linear
 * prediction, Proc. IEEE 1975), without lag window or white-noise correction. For one thread.
 *
 * <p>All in single precision and in the original's order of summation: the predictor is so
 * ill-conditioned at high sample rates that double precision gives line spectral pairs that differ
 * by some thousandths.
 */
final class LinearPrediction {
  static final int ORDER = 8;

  private final float[] predictor = new float[ORDER];
  private final float[] previous = new float[ORDER];
  private final float[] correlation = new float[ORDER + 1];

  /**
   * The error filter {@code A(z) = 1 + a[0]/z + ... + a[7]/z^8} of a frame that is not windowed.
   * All 0 for silence. The array is reused by the next call.
   */
  float[] of(float[] lifted, int length) {
    autocorrelate(lifted, length);
    Arrays.fill(predictor, 0);
    float error = correlation[0];
    for (int m = 0; m < ORDER && error != 0; m++) {
      float sum = correlation[m + 1];
      for (int i = 0; i < m; i++) {
        sum += predictor[i] * correlation[m - i];
      }
      float reflection = -1 / error * sum;
      System.arraycopy(predictor, 0, previous, 0, m);
      for (int i = 0; i < m; i++) {
        predictor[i] = previous[i] + reflection * previous[m - 1 - i];
      }
      predictor[m] = reflection;
      error *= 1 - reflection * reflection;
    }
    return predictor;
  }

  /**
   * Lags 0 to 8, each one sum from the frame's start to its end. The nine sums run side by side,
   * which leaves every one's order as it is and lets the processor overlap them.
   */
  private void autocorrelate(float[] x, int length) {
    Arrays.fill(correlation, 0);
    for (int n = 0; n < ORDER; n++) {
      for (int lag = 0; lag <= n; lag++) {
        correlation[lag] += x[n] * x[n - lag];
      }
    }
    float r0 = correlation[0];
    float r1 = correlation[1];
    float r2 = correlation[2];
    float r3 = correlation[3];
    float r4 = correlation[4];
    float r5 = correlation[5];
    float r6 = correlation[6];
    float r7 = correlation[7];
    float r8 = correlation[8];
    for (int n = ORDER; n < length; n++) {
      float now = x[n];
      r0 += now * now;
      r1 += now * x[n - 1];
      r2 += now * x[n - 2];
      r3 += now * x[n - 3];
      r4 += now * x[n - 4];
      r5 += now * x[n - 5];
      r6 += now * x[n - 6];
      r7 += now * x[n - 7];
      r8 += now * x[n - 8];
    }
    correlation[0] = r0;
    correlation[1] = r1;
    correlation[2] = r2;
    correlation[3] = r3;
    correlation[4] = r4;
    correlation[5] = r5;
    correlation[6] = r6;
    correlation[7] = r7;
    correlation[8] = r8;
  }
}
