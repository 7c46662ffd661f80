package org.yuyin.evaluation.figure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well labelled points stand apart, as numbers beside a picture.
 *
 * @param silhouette mean silhouette coefficient (Rousseeuw 1987), in [-1, 1]; higher is more apart
 * @param neighbourAccuracy share of points whose label is that of most of their 10 nearest
 *     neighbours, the point itself left out, ties to the smaller label
 */
public record Separation(double silhouette, double neighbourAccuracy) {
  private static final int NEIGHBOURS = 10;

  /**
   * Measures points.
   *
   * @param points (points, width)
   * @param labels from 0, one for each point; two different ones at least
   */
  public static Separation of(double[][] points, int[] labels) {
    if (points.length != labels.length || points.length < 2) {
      throw new IllegalArgumentException(
          "%d points with %d labels cannot be measured".formatted(points.length, labels.length));
    }
    int classes = Arrays.stream(labels).max().orElseThrow() + 1;
    var sums = new double[points.length][2];
    IntStream.range(0, points.length)
        .parallel()
        .forEach(
            i -> {
              var distances = distances(points, i);
              sums[i][0] = silhouette(distances, labels, i, classes);
              sums[i][1] = vote(distances, labels, i, classes) == labels[i] ? 1 : 0;
            });
    return new Separation(
        Arrays.stream(sums).mapToDouble(sum -> sum[0]).average().orElseThrow(),
        Arrays.stream(sums).mapToDouble(sum -> sum[1]).average().orElseThrow());
  }

  private static double[] distances(double[][] points, int from) {
    var distances = new double[points.length];
    for (int j = 0; j < distances.length; j++) {
      double sum = 0;
      for (int d = 0; d < points[j].length; d++) {
        double difference = points[from][d] - points[j][d];
        sum += difference * difference;
      }
      distances[j] = Math.sqrt(sum);
    }
    return distances;
  }

  /** (b − a) / max(a, b): a is the mean distance within the class, b that to the nearest other. */
  private static double silhouette(double[] distances, int[] labels, int i, int classes) {
    var sums = new double[classes];
    var counts = new int[classes];
    for (int j = 0; j < distances.length; j++) {
      if (j != i) {
        sums[labels[j]] += distances[j];
        counts[labels[j]]++;
      }
    }
    double nearest = Double.POSITIVE_INFINITY;
    for (int label = 0; label < classes; label++) {
      if (label != labels[i] && counts[label] > 0) {
        nearest = Math.min(nearest, sums[label] / counts[label]);
      }
    }
    if (counts[labels[i]] == 0 || Double.isInfinite(nearest)) {
      return 0; // alone in its class, or nothing to stand apart from
    }
    double own = sums[labels[i]] / counts[labels[i]];
    double larger = Math.max(own, nearest);
    return larger == 0 ? 0 : (nearest - own) / larger;
  }

  private static int vote(double[] distances, int[] labels, int i, int classes) {
    var votes = new int[classes];
    IntStream.range(0, distances.length)
        .filter(j -> j != i)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer j) -> distances[j]))
        .limit(NEIGHBOURS)
        .forEach(j -> votes[labels[j]]++);
    int winner = 0;
    for (int label = 1; label < classes; label++) {
      winner = votes[label] > votes[winner] ? label : winner;
    }
    return winner;
  }
}
