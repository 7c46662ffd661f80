package org.yuyin.evaluation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * 95 % percentile intervals over queries: 1,000 resamples with replacement, from a fixed seed, so
 * that the same outcomes always give the same interval.
 */
final class Bootstrap {
  private static final int RESAMPLES = 1_000;
  private static final long SEED = 20_230_001L;

  private Bootstrap() {}

  static Map<Metric, Estimate> estimates(List<QueryOutcome> outcomes) {
    var estimates = new EnumMap<Metric, Estimate>(Metric.class);
    for (var metric : Metric.values()) {
      estimates.put(
          metric, estimate(metric, outcomes.stream().mapToDouble(metric::ofQuery).toArray()));
    }
    return estimates;
  }

  /**
   * One metric with its interval.
   *
   * @param column its value for each query
   */
  static Estimate estimate(Metric metric, double[] column) {
    return interval(column.length, chosen -> summary(metric, column, chosen));
  }

  /** The mean of a value of each query. */
  static Estimate mean(double[] column) {
    return interval(column.length, chosen -> mean(column, chosen));
  }

  /**
   * How much one method gains over another on the same queries, which are drawn together (the
   * paired bootstrap of Efron and Tibshirani).
   *
   * @param column its value for each query
   * @param other the other method's, in the same order
   */
  static Difference difference(Metric metric, double[] column, double[] other) {
    ToDoubleFunction<int[]> gain =
        chosen -> summary(metric, column, chosen) - summary(metric, other, chosen);
    var values = resampled(column.length, gain);
    long below = Arrays.stream(values).filter(value -> value <= 0).count();
    long above = Arrays.stream(values).filter(value -> value >= 0).count();
    // One more than counted, so that no finite number of resamples claims certainty.
    double p = Math.min(1, 2.0 * (Math.min(below, above) + 1) / (RESAMPLES + 1));
    return new Difference(interval(column.length, gain), p);
  }

  private static Estimate interval(int queries, ToDoubleFunction<int[]> summary) {
    var values = resampled(queries, summary);
    Arrays.sort(values);
    return new Estimate(
        summary.applyAsDouble(IntStream.range(0, queries).toArray()),
        quantile(values, 0.025),
        quantile(values, 0.975));
  }

  private static double[] resampled(int queries, ToDoubleFunction<int[]> summary) {
    var random = new SplittableRandom(SEED);
    var values = new double[RESAMPLES];
    for (int resample = 0; resample < RESAMPLES; resample++) {
      values[resample] = summary.applyAsDouble(random.ints(queries, 0, queries).toArray());
    }
    return values;
  }

  private static double summary(Metric metric, double[] column, int[] chosen) {
    if (metric.unit() == Metric.Unit.MIDDLE_PLACE) {
      return median(column, chosen);
    }
    return mean(column, chosen);
  }

  private static double mean(double[] column, int[] chosen) {
    double sum = 0;
    for (int i : chosen) {
      sum += column[i];
    }
    return sum / chosen.length;
  }

  private static double median(double[] column, int[] chosen) {
    var values = new double[chosen.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = column[chosen[i]];
    }
    Arrays.sort(values);
    return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
  }

  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
