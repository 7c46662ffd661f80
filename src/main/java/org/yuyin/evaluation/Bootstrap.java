package org.yuyin.evaluation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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
    var metrics = Metric.values();
    var columns = new double[metrics.length][];
    for (var metric : metrics) {
      columns[metric.ordinal()] = outcomes.stream().mapToDouble(metric::ofQuery).toArray();
    }
    var resampled = new double[metrics.length][RESAMPLES];
    var random = new SplittableRandom(SEED);
    for (int resample = 0; resample < RESAMPLES; resample++) {
      var chosen = random.ints(outcomes.size(), 0, outcomes.size()).toArray();
      for (var metric : metrics) {
        var column = columns[metric.ordinal()];
        resampled[metric.ordinal()][resample] = summary(metric, column, chosen);
      }
    }
    var estimates = new EnumMap<Metric, Estimate>(Metric.class);
    for (var metric : metrics) {
      var column = columns[metric.ordinal()];
      var all = IntStream.range(0, column.length).toArray();
      var values = resampled[metric.ordinal()];
      Arrays.sort(values);
      estimates.put(
          metric,
          new Estimate(
              summary(metric, column, all), quantile(values, 0.025), quantile(values, 0.975)));
    }
    return estimates;
  }

  private static double summary(Metric metric, double[] column, int[] chosen) {
    if (metric.unit() == Metric.Unit.MIDDLE_PLACE) {
      return median(column, chosen);
    }
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
