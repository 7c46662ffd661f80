package org.yuyin.retrieval;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When to say "unsure". A ranking is worth something where the best match stands out from the rest:
 * its lead is the best score minus the mean score of the pool. The model's own held-out ads, each
 * asked without its own track, tell which leads are usual; a lead smaller than nine in ten of those
 * is called unsure.
 */
final class Confidence {
  static final int MOST_ASKED = 200;
  private static final int FEWEST_ASKED = 20;
  private static final double UNUSUAL = 0.1;

  private final float[] mean;
  private final double usualLead;

  private Confidence(float[] mean, double usualLead) {
    this.mean = mean;
    this.usualLead = usualLead;
  }

  /**
   * Learns what is usual.
   *
   * @param pool points of the music
   * @param queries points of held-out videos, at most some hundreds
   * @param best best score of a query, its own track left out
   */
  static Confidence of(float[][] pool, float[][] queries, BestScore best) {
    var mean = mean(pool);
    if (queries.length < FEWEST_ASKED) {
      // Too few to know what is usual: never unsure.
      return new Confidence(mean, Double.NEGATIVE_INFINITY);
    }
    var leads =
        IntStream.range(0, queries.length)
            .mapToDouble(query -> best.of(query) - VectorIndex.dot(mean, queries[query]))
            .sorted()
            .toArray();
    return new Confidence(mean, leads[(int) (UNUSUAL * leads.length)]);
  }

  /** The best score that a held-out query reaches. */
  @FunctionalInterface
  interface BestScore {
    /** Of the query of that index. */
    double of(int query);
  }

  private static float[] mean(float[][] pool) {
    var sums = new double[pool.length == 0 ? 0 : pool[0].length];
    for (var point : pool) {
      for (int d = 0; d < sums.length; d++) {
        sums[d] += point[d];
      }
    }
    var mean = new float[sums.length];
    for (int d = 0; d < mean.length; d++) {
      mean[d] = (float) (sums[d] / pool.length);
    }
    return mean;
  }

  /** A sentence when the best match hardly stands out. */
  Optional<String> doubt(float[] query, double bestScore) {
    return bestScore - VectorIndex.dot(mean, query) < usualLead
        ? Optional.of(
            "no track stands out: the best match leads by less than for nine in ten ads that the"
                + " model was tested on")
        : Optional.empty();
  }
}
