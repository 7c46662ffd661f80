package org.yuyin.evaluation.compare;

import java.util.Arrays;
import java.util.Collection;
import org.yuyin.evaluation.QueryOutcomes;

/**
 * Recall@K for K from 1: the share of queries whose own partner is among the first K.
 *
 * @param measured entry k: Recall@(k + 1)
 * @param random what guessing gives
 */
public record RecallCurve(double[] measured, double[] random) {
  /** The largest K. */
  public static final int MOST = 50;

  /**
   * The mean over all queries of some trainings.
   *
   * @param trainings at least one
   * @param pools size of each training's pool
   */
  static RecallCurve of(Collection<QueryOutcomes> trainings, Collection<Integer> pools) {
    var within = new double[MOST];
    int queries = 0;
    for (var training : trainings) {
      for (var outcome : training.outcomes()) {
        queries++;
        if (outcome.instanceRank() <= MOST) {
          within[outcome.instanceRank() - 1]++;
        }
      }
    }
    Arrays.parallelPrefix(within, Double::sum);
    int all = queries;
    return new RecallCurve(
        Arrays.stream(within).map(count -> count / all).toArray(), random(pools));
  }

  private static double[] random(Collection<Integer> pools) {
    var random = new double[MOST];
    for (int k = 1; k <= MOST; k++) {
      for (int pool : pools) {
        random[k - 1] += Math.min(1.0, (double) k / pool) / pools.size();
      }
    }
    return random;
  }
}
