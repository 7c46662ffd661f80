package org.yuyin.evaluation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Cross-validation over several seeds in one line: for each seed the mean over its folds, then mean
 * and standard deviation over the seeds.
 *
 * @param seeds number of seeds
 * @param folds number of folds of each seed; 1 without cross-validation
 * @param pool mean size of the pools
 * @param tracks mean number of different tracks in them
 * @param measured by metric
 * @param random what guessing gives, mean over all pools
 */
public record PooledEvaluation(
    int seeds,
    int folds,
    double pool,
    double tracks,
    Map<Metric, Spread> measured,
    Map<Metric, Double> random) {

  /**
   * A mean and how far seeds lie apart.
   *
   * @param mean over seeds
   * @param deviation standard deviation over seeds with divisor n - 1; 0 for one seed
   */
  public record Spread(double mean, double deviation) {}

  /**
   * Pools one direction.
   *
   * @param bySeed for each seed the evaluations of its folds; at least one of each
   */
  public static PooledEvaluation of(List<List<Evaluation>> bySeed, Direction direction) {
    var metrics =
        bySeed.stream().map(folds -> folds.stream().map(e -> e.of(direction)).toList()).toList();
    var measured = new EnumMap<Metric, Spread>(Metric.class);
    var random = new EnumMap<Metric, Double>(Metric.class);
    for (var metric : Metric.values()) {
      var means = metrics.stream().mapToDouble(f -> mean(f, m -> m.value(metric))).toArray();
      measured.put(metric, spread(means));
      random.put(metric, overAll(metrics, m -> m.random(metric)));
    }
    return new PooledEvaluation(
        bySeed.size(),
        bySeed.getFirst().size(),
        overAll(metrics, RetrievalMetrics::pool),
        overAll(metrics, RetrievalMetrics::tracks),
        measured,
        random);
  }

  private static double mean(
      List<RetrievalMetrics> folds, ToDoubleFunction<RetrievalMetrics> value) {
    return folds.stream().mapToDouble(value).average().orElseThrow();
  }

  private static double overAll(
      List<List<RetrievalMetrics>> bySeed, ToDoubleFunction<RetrievalMetrics> value) {
    return bySeed.stream().mapToDouble(folds -> mean(folds, value)).average().orElseThrow();
  }

  private static Spread spread(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return new Spread(mean, values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)));
  }

  /** Mean and deviation of one metric, shares in [0, 1]. */
  public Spread spread(Metric metric) {
    var spread = measured.get(metric);
    if (spread == null) {
      throw new IllegalStateException(metric.key() + " was not measured");
    }
    return spread;
  }

  /** What guessing gives. */
  public double random(Metric metric) {
    var value = random.get(metric);
    if (value == null) {
      throw new IllegalStateException(metric.key() + " has no random line");
    }
    return value;
  }
}
