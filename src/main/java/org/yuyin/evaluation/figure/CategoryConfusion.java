package org.yuyin.evaluation.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yuyin.evaluation.PairedPoints;
import org.yuyin.model.WeightValues;

/**
 * Which categories are taken for which. Every matrix has a line for each true category; its entries
 * are shares that add up to 1.
 *
 * @param categories names, in the order of lines and columns
 * @param counts ads of each category
 * @param first category of the first music found for an ad
 * @param ten of the first ten, each counting a tenth
 * @param predicted by the model's classifier from the pictures; empty without one
 */
public record CategoryConfusion(
    List<String> categories,
    int[] counts,
    double[][] first,
    double[][] ten,
    Optional<double[][]> predicted) {
  private static final int DEPTH = 10;

  /**
   * Counts.
   *
   * @param points pairs; all of their music is the pool
   * @param categories merged ones, as the model knows them
   * @param weights of the model
   */
  public static CategoryConfusion of(
      PairedPoints points, List<String> categories, List<WeightValues> weights) {
    int[] labels =
        points.pairs().stream()
            .mapToInt(pair -> categories.indexOf(pair.mergedCategory()))
            .toArray();
    int size = categories.size();
    var counts = new int[size];
    Arrays.stream(labels).forEach(label -> counts[label]++);
    var first = new double[size][size];
    var ten = new double[size][size];
    int depth = Math.min(DEPTH, labels.length);
    for (int query = 0; query < labels.length; query++) {
      var found = best(points.video()[query], points.music(), depth);
      first[labels[query]][labels[found[0]]] += 1.0 / counts[labels[query]];
      for (int place : found) {
        ten[labels[query]][labels[place]] += 1.0 / depth / counts[labels[query]];
      }
    }
    return new CategoryConfusion(
        categories, counts, first, ten, predicted(points, labels, counts, weights));
  }

  /** A share in tenths, for shading: 0 to 10. */
  public long tenths(double share) {
    return Math.round(10 * share);
  }

  private static int[] best(float[] query, float[][] pool, int depth) {
    var scores = Arrays.stream(pool).mapToDouble(candidate -> dot(query, candidate)).toArray();
    return IntStream.range(0, pool.length)
        .boxed()
        .sorted((a, b) -> Double.compare(scores[b], scores[a]))
        .limit(depth)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static Optional<double[][]> predicted(
      PairedPoints points, int[] labels, int[] counts, List<WeightValues> weights) {
    var layer = named(weights, "classifier.weight");
    var bias = named(weights, "classifier.bias");
    if (layer.isEmpty() || bias.isEmpty() || bias.get().length != counts.length) {
      return Optional.empty();
    }
    var matrix = new double[counts.length][counts.length];
    for (int i = 0; i < labels.length; i++) {
      int guess = likeliest(points.video()[i], layer.get(), bias.get());
      matrix[labels[i]][guess] += 1.0 / counts[labels[i]];
    }
    return Optional.of(matrix);
  }

  /** Of a model that keeps averages of its weights, those are used. */
  private static Optional<float[]> named(List<WeightValues> weights, String name) {
    return weights.stream()
        .filter(weight -> weight.name().equals("average/" + name))
        .findFirst()
        .or(() -> weights.stream().filter(weight -> weight.name().equals(name)).findFirst())
        .map(WeightValues::values);
  }

  private static int likeliest(float[] point, float[] layer, float[] bias) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < bias.length; c++) {
      double score =
          bias[c] + dot(point, Arrays.copyOfRange(layer, c * point.length, (c + 1) * point.length));
      if (score > highest) {
        highest = score;
        best = c;
      }
    }
    return best;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (double) a[d] * b[d];
    }
    return sum;
  }
}
