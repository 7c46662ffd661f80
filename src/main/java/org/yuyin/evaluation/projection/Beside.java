package org.yuyin.evaluation.projection;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Places points beside others that were laid out before: each at the mean of its nearest of those,
 * weighted by their likeness.
 */
final class Beside {
  private static final int NEAREST = 3;
  private static final double SHARPNESS = 20; // of the weights; likeness is a cosine

  private Beside() {}

  /**
   * Places points.
   *
   * @param points of length 1, to be placed
   * @param known of length 1, laid out before
   * @param layout (known, 2)
   * @return (points, 2)
   */
  static double[][] place(float[][] points, float[][] known, double[][] layout) {
    return IntStream.range(0, points.length)
        .parallel()
        .mapToObj(i -> place(points[i], known, layout))
        .toArray(double[][]::new);
  }

  private static double[] place(float[] point, float[][] known, double[][] layout) {
    var best = new int[Math.min(NEAREST, known.length)];
    var likeness = new double[best.length];
    Arrays.fill(likeness, Double.NEGATIVE_INFINITY);
    for (int candidate = 0; candidate < known.length; candidate++) {
      insert(best, likeness, candidate, dot(point, known[candidate]));
    }
    var place = new double[2];
    double sum = 0;
    for (int n = 0; n < best.length; n++) {
      double weight = Math.exp(SHARPNESS * (likeness[n] - likeness[0]));
      place[0] += weight * layout[best[n]][0];
      place[1] += weight * layout[best[n]][1];
      sum += weight;
    }
    place[0] /= sum;
    place[1] /= sum;
    return place;
  }

  private static void insert(int[] best, double[] likeness, int candidate, double value) {
    int at = best.length;
    while (at > 0 && value > likeness[at - 1]) {
      at--;
    }
    if (at < best.length) {
      System.arraycopy(best, at, best, at + 1, best.length - at - 1);
      System.arraycopy(likeness, at, likeness, at + 1, best.length - at - 1);
      best[at] = candidate;
      likeness[at] = value;
    }
  }

  private static double dot(float[] a, float[] b) {
    float sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
