package org.yuyin.feature.sound.emobase;

/** Smoothing and differencing of contours. */
final class ContourFilter {
  private ContourFilter() {}

  /**
   * Moving average over three frames, in single precision. What lies outside the contour is its
   * first or last value.
   *
   * @param contour at least one value
   * @param rows values wanted; may exceed the contour's length
   */
  static float[] smoothed(float[] contour, int rows) {
    var smooth = new float[rows];
    for (int k = 0; k < rows; k++) {
      smooth[k] = (at(contour, k) + at(contour, k - 1) + at(contour, k + 1)) / 3;
    }
    return smooth;
  }

  /** Slope over five frames (Young et al.: The HTK Book), in single precision; ends repeated. */
  static float[] deltas(float[] smooth) {
    var deltas = new float[smooth.length];
    for (int k = 0; k < smooth.length; k++) {
      float near = at(smooth, k + 1) - at(smooth, k - 1);
      float far = at(smooth, k + 2) - at(smooth, k - 2);
      deltas[k] = (near + 2 * far) / 10;
    }
    return deltas;
  }

  private static float at(float[] contour, int k) {
    return contour[Math.clamp(k, 0, contour.length - 1)];
  }
}
