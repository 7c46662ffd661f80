package org.yuyin.evaluation.figure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.yuyin.evaluation.PairedPoints;

/**
 * How alike the two sides of true pairs and of wrong ones are, as densities of their cosines: the
 * paper's Figure 6.
 */
public final class PairSimilarity {
  private static final int WRONG_FOR_EACH = 10;
  private static final int PLACES = 400;

  private PairSimilarity() {}

  /**
   * The two curves.
   *
   * @param points true pairs, in order; at least two different tracks
   * @param seed draws the wrong pairs
   */
  public static Panel.Curves panel(String name, String title, PairedPoints points, long seed) {
    var right = new Density(right(points));
    var wrong = new Density(wrong(points, seed));
    var x = IntStream.range(0, PLACES).mapToDouble(i -> -1 + 2.0 * i / (PLACES - 1)).toArray();
    Map<String, double[]> series = new LinkedHashMap<>();
    series.put("positive pairs", heights(right, x));
    series.put("negative pairs", heights(wrong, x));
    return new Panel.Curves(
        name, title, "cosine similarity", x, series, Map.of("overlap", right.overlap(wrong)));
  }

  private static double[] right(PairedPoints points) {
    return IntStream.range(0, points.pairs().size())
        .mapToDouble(i -> dot(points.video()[i], points.music()[i]))
        .toArray();
  }

  private static double[] wrong(PairedPoints points, long seed) {
    var random = new Random(seed);
    int size = points.pairs().size();
    return IntStream.range(0, size * WRONG_FOR_EACH)
        .mapToDouble(i -> dot(points.video()[i % size], points.music()[other(points, i, random)]))
        .toArray();
  }

  /** A row with another track; the same track under another ad is no wrong pair. */
  private static int other(PairedPoints points, int i, Random random) {
    var track = points.pairs().get(i % points.pairs().size()).trackId();
    int other = random.nextInt(points.pairs().size());
    while (points.pairs().get(other).trackId().equals(track)) {
      other = (other + 1) % points.pairs().size();
    }
    return other;
  }

  private static double[] heights(Density density, double[] x) {
    return IntStream.range(0, x.length).mapToDouble(i -> density.at(x[i])).toArray();
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (double) a[d] * b[d];
    }
    return sum;
  }
}
