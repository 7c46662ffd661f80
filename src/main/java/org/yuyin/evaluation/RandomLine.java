package org.yuyin.evaluation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yuyin.dataset.Pair;

/**
 * What guessing gives: the expected value of every metric when each query's ranking is a random
 * permutation of the pool. Worked out, not drawn.
 *
 * <p>With m right answers among N, the first of them stands behind place r with probability C(N-m,
 * r) / C(N, r); recall, mean place and MRR follow from this distribution.
 */
final class RandomLine {
  private final int pool;
  private final Map<Metric, Double> values = new EnumMap<>(Metric.class);

  private RandomLine(List<Pair> pairs) {
    pool = pairs.size();
    values.put(Metric.CATEGORY_PRECISION_AT_10, meanShare(pairs, Pair::category));
    values.put(Metric.MERGED_PRECISION_AT_10, meanShare(pairs, Pair::mergedCategory));
    putInstance(FirstRight.over(pool, Map.of(1, (long) pool)));
    putTrack(FirstRight.over(pool, copies(pairs)));
    values.put(Metric.NDCG_AT_10, ndcg(1));
    var copies = copies(pairs);
    double ndcg = 0;
    for (var entry : copies.entrySet()) {
      ndcg += ndcg(entry.getKey()) * entry.getValue() / pool;
    }
    values.put(Metric.TRACK_NDCG_AT_10, ndcg);
  }

  /**
   * The expected values.
   *
   * @param pairs the queries, which are the pool as well
   */
  static Map<Metric, Double> of(List<Pair> pairs) {
    return new RandomLine(pairs).values;
  }

  private void putInstance(FirstRight first) {
    values.put(Metric.RECALL_AT_1, first.within(1));
    values.put(Metric.RECALL_AT_5, first.within(5));
    values.put(Metric.RECALL_AT_10, first.within(10));
    values.put(Metric.RECALL_AT_25, first.within(25));
    values.put(Metric.RECALL_AT_50, first.within(50));
    values.put(Metric.MEDIAN_RANK, first.median());
    values.put(Metric.MEAN_RANK, first.mean());
    values.put(Metric.MRR, first.meanReciprocal());
  }

  private void putTrack(FirstRight first) {
    values.put(Metric.TRACK_RECALL_AT_1, first.within(1));
    values.put(Metric.TRACK_RECALL_AT_5, first.within(5));
    values.put(Metric.TRACK_RECALL_AT_10, first.within(10));
    values.put(Metric.TRACK_RECALL_AT_25, first.within(25));
    values.put(Metric.TRACK_RECALL_AT_50, first.within(50));
    values.put(Metric.TRACK_MEDIAN_RANK, first.median());
    values.put(Metric.TRACK_MEAN_RANK, first.mean());
    values.put(Metric.TRACK_MRR, first.meanReciprocal());
  }

  private double ndcg(int right) {
    double expectedGain = 0;
    for (int rank = 1; rank <= Math.min(Gains.DEPTH, pool); rank++) {
      expectedGain += Gains.at10(rank) * right / pool;
    }
    return expectedGain / Gains.best(right);
  }

  /** How many queries have how many right answers. */
  private static Map<Integer, Long> copies(List<Pair> pairs) {
    var uses = counts(pairs, Pair::trackId);
    return pairs.stream()
        .collect(
            Collectors.groupingBy(
                pair -> uses.getOrDefault(pair.trackId(), 0L).intValue(), Collectors.counting()));
  }

  private static double meanShare(List<Pair> pairs, Function<Pair, String> category) {
    // A query whose category holds c items expects c / N; there are c such queries.
    double squares = 0;
    for (var count : counts(pairs, category).values()) {
      squares += (double) count * count;
    }
    return squares / ((double) pairs.size() * pairs.size());
  }

  private static Map<String, Long> counts(List<Pair> pairs, Function<Pair, String> of) {
    var counts = new HashMap<String, Long>();
    pairs.forEach(pair -> counts.merge(of.apply(pair), 1L, Long::sum));
    return counts;
  }

  /**
   * Where the first right answer stands.
   *
   * @param behind entry r: probability that it stands behind place r
   */
  private record FirstRight(double[] behind) {
    /** The mixture over queries with different numbers of right answers. */
    static FirstRight over(int pool, Map<Integer, Long> queriesByRight) {
      var behind = new double[pool + 1];
      for (var entry : queriesByRight.entrySet()) {
        double share = (double) entry.getValue() / pool;
        double still = 1;
        for (int r = 0; r <= pool && still > 0; r++) {
          behind[r] += share * still;
          still *= Math.max(0, pool - entry.getKey() - r) / (double) (pool - r);
        }
      }
      return new FirstRight(behind);
    }

    double within(int k) {
      return 1 - behind[Math.min(k, behind.length - 1)];
    }

    double mean() {
      double sum = 0;
      for (int r = 0; r < behind.length - 1; r++) {
        sum += behind[r];
      }
      return sum;
    }

    double meanReciprocal() {
      double sum = 0;
      for (int r = 1; r < behind.length; r++) {
        sum += (behind[r - 1] - behind[r]) / r;
      }
      return sum;
    }

    double median() {
      // Rounding must not move the step at exactly one half.
      return (firstWithin(0.5 - 1e-9) + firstWithin(0.5 + 1e-9)) / 2.0;
    }

    private int firstWithin(double share) {
      int r = 1;
      while (r < behind.length - 1 && 1 - behind[r] < share) {
        r++;
      }
      return r;
    }
  }
}
