package org.yuyin.evaluation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every query got in one direction, as the mean over seeds. Queries of all folds stand in one
 * line: each pair of a cross-validated dataset is asked once for each seed, in the pool of its
 * fold.
 */
public final class QueryMeans {
  private final int[] rows;
  private final Map<Metric, double[]> columns;

  private QueryMeans(int[] rows, Map<Metric, double[]> columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Puts all trainings of a method together.
   *
   * @param trainings queries of each seed and fold; at least one
   */
  public static QueryMeans of(List<QueryOutcomes> trainings) {
    var count = new TreeMap<Integer, Integer>();
    trainings.forEach(
        one -> Arrays.stream(one.rows()).forEach(row -> count.merge(row, 1, Integer::sum)));
    var rows = count.keySet().stream().mapToInt(Integer::intValue).toArray();
    var columns = new EnumMap<Metric, double[]>(Metric.class);
    for (var metric : Metric.values()) {
      columns.put(metric, column(metric, rows, trainings, count));
    }
    return new QueryMeans(rows, columns);
  }

  private static double[] column(
      Metric metric, int[] rows, List<QueryOutcomes> trainings, Map<Integer, Integer> count) {
    var column = new double[rows.length];
    for (var one : trainings) {
      for (int i = 0; i < one.rows().length; i++) {
        int at = Arrays.binarySearch(rows, one.rows()[i]);
        column[at] += metric.ofQuery(one.outcomes().get(i)) / count.getOrDefault(one.rows()[i], 1);
      }
    }
    return column;
  }

  /** How many queries. */
  public int size() {
    return rows.length;
  }

  /** One metric over all queries with its 95 % bootstrap interval. */
  public Estimate estimate(Metric metric) {
    return Bootstrap.estimate(metric, column(metric));
  }

  /**
   * What this method gains over another.
   *
   * @param other must have been asked the same queries
   */
  public Difference minus(QueryMeans other, Metric metric) {
    if (!Arrays.equals(rows, other.rows)) {
      throw new IllegalArgumentException("the two methods were asked different queries");
    }
    return Bootstrap.difference(metric, column(metric), other.column(metric));
  }

  private double[] column(Metric metric) {
    var column = columns.get(metric);
    if (column == null) {
      throw new IllegalStateException(metric.key() + " was not measured");
    }
    return column;
  }
}
