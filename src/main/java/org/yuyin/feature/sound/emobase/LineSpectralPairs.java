package org.yuyin.feature.sound.emobase;

/**
 * Turns a predictor of order 8 into line spectral pairs: the angles at which the sum and the
 * difference polynomial of the error filter vanish on the unit circle (Kabal and Ramachandran, IEEE
 * Trans. ASSP 1986), searched as the Speex codec does: steps along the cosine, then bisection. The
 * search stops at about 1e-4, so a finer root finder would give other numbers. Single precision.
 * For one thread.
 */
final class LineSpectralPairs {
  static final int COUNT = LinearPrediction.ORDER;

  private static final int HALF = COUNT / 2;
  private static final float COARSE_STEP = 0.2f;
  private static final float FINE_STEP = 0.05f;
  private static final int BISECTIONS = 11;

  /** Steps are halved where the polynomial is closer to 0 than this. */
  private static final float NEAR_ROOT = 0.2f;

  private final float[] sum = new float[HALF + 1];
  private final float[] difference = new float[HALF + 1];
  private final float[] pairs = new float[COUNT];
  private float left;
  private float right;

  /** Angles in radians, rising, 0 for those not found. The array is reused by the next call. */
  float[] of(float[] predictor) {
    makePolynomials(predictor);
    int found = search(COARSE_STEP);
    if (found < COUNT) {
      // The second search writes over the first one's roots; what neither finds is 0.
      found = search(FINE_STEP);
    }
    for (int j = found; j < COUNT; j++) {
      pairs[j] = 0;
    }
    return pairs;
  }

  private void makePolynomials(float[] a) {
    sum[0] = 1;
    difference[0] = 1;
    for (int i = 0; i < HALF; i++) {
      sum[i + 1] = a[i] + a[COUNT - 1 - i] - sum[i];
      difference[i + 1] = a[i] - a[COUNT - 1 - i] + difference[i];
    }
    for (int i = 0; i < HALF; i++) {
      sum[i] *= 2;
      difference[i] *= 2;
    }
  }

  /** Walks the cosine from 1 to -1; the roots of the two polynomials alternate. */
  private int search(float step) {
    int found = 0;
    left = 1;
    right = 0;
    for (int j = 0; j < COUNT; j++) {
      if (findRoot(j % 2 == 0 ? sum : difference, step)) {
        pairs[j] = FloatMath.acos(Math.clamp(left, -1f, 1f));
        found++;
      }
    }
    return found;
  }

  /** Steps from {@code left} on until the sign changes; the root is then left there. */
  private boolean findRoot(float[] polynomial, float step) {
    float atLeft = value(polynomial, left);
    while (right >= -1) {
      float width = step * (1 - 0.9f * left * left);
      right = left - (Math.abs(atLeft) < NEAR_ROOT ? width * 0.5f : width);
      float atRight = value(polynomial, right);
      if (atLeft * atRight < 0) {
        left = bisect(polynomial, atLeft);
        return true;
      }
      left = right;
      atLeft = atRight;
    }
    return false;
  }

  /** The last middle, not the middle of what is left. */
  private float bisect(float[] polynomial, float value) {
    float atLeft = value;
    float middle = left;
    for (int round = 0; round < BISECTIONS; round++) {
      middle = 0.5f * (left + right);
      float atMiddle = value(polynomial, middle);
      if (atMiddle * atLeft < 0) {
        right = middle;
      } else {
        left = middle;
        atLeft = atMiddle;
      }
    }
    return middle;
  }

  /** A series of Chebyshev polynomials at x, by Clenshaw's recurrence. */
  private static float value(float[] c, float x) {
    float twice = 2 * x;
    float b0 = 0;
    float b1 = 0;
    for (int i = 0; i < HALF; i++) {
      float next = twice * b0 - b1 + c[i];
      b1 = b0;
      b0 = next;
    }
    return -b1 + 0.5f * twice * b0 + c[HALF];
  }
}
