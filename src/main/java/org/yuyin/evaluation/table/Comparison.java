package org.yuyin.evaluation.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuyin.evaluation.Difference;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.Estimate;
import org.yuyin.evaluation.Metric;

/**
 * Several methods on the same queries and pools: one of the paper's tables.
 *
 * @param title what is compared
 * @param setting on what and how
 * @param metrics the columns, for each direction
 * @param random what guessing gives, by direction and metric
 * @param lines one for each method
 */
public record Comparison(
    String title,
    Setting setting,
    List<Metric> metrics,
    Map<Direction, Map<Metric, Double>> random,
    List<Line> lines) {
  /** Below this probability a difference is called significant. */
  public static final double SIGNIFICANT = 0.05;

  public Comparison {
    metrics = List.copyOf(metrics);
    lines = List.copyOf(lines);
  }

  /**
   * On what and how methods were compared: what is needed to do it again.
   *
   * @param dataset name and version
   * @param contentHash of the dataset
   * @param synthetic whether its features were made up
   * @param seeds of the trainings
   * @param folds of the cross-validation; 1 for the test split
   * @param pool mean size of the pools
   * @param tracks mean number of different tracks in them
   * @param reference label of the line that others are compared with
   * @param codeVersion of the program
   */
  public record Setting(
      String dataset,
      String contentHash,
      boolean synthetic,
      List<Long> seeds,
      int folds,
      double pool,
      double tracks,
      String reference,
      String codeVersion) {
    public Setting {
      seeds = List.copyOf(seeds);
    }

    /** In one sentence. */
    public String sentence() {
      return "%s%s, %s, pools of %.0f pairs with %.0f different tracks; percent, mean ± standard deviation of %d seed%s."
          .formatted(
              dataset,
              synthetic ? " (synthetic)" : "",
              folds == 1 ? "its test split" : folds + " folds",
              pool,
              tracks,
              seeds.size(),
              seeds.size() == 1 ? "" : "s");
    }
  }

  /**
   * A method's results.
   *
   * @param label as the table shows it
   * @param method in the registry
   * @param settings every setting in force
   * @param cells by direction and metric
   */
  public record Line(
      String label,
      String method,
      Map<String, Object> settings,
      Map<Direction, Map<Metric, Cell>> cells) {
    /** One cell; every metric of the comparison has one in both directions. */
    public Cell cell(Direction direction, Metric metric) {
      var cell = cells.getOrDefault(direction, Map.of()).get(metric);
      if (cell == null) {
        throw new IllegalStateException("%s lacks %s".formatted(label, metric.key()));
      }
      return cell;
    }
  }

  /**
   * A method's result in one metric, shares in [0, 1].
   *
   * @param interval mean over queries and seeds with its 95 % bootstrap interval over queries
   * @param deviation standard deviation over seeds
   * @param against gain of the reference method over this one; empty for the reference itself
   */
  public record Cell(Estimate interval, double deviation, Optional<Difference> against) {
    /** Whether the reference differs from this method more than chance would. */
    public boolean differs() {
      return against.filter(it -> it.p() < SIGNIFICANT).isPresent();
    }
  }

  /** The lines that are best in a column, ties included. */
  public boolean isBest(Line line, Direction direction, Metric metric) {
    var shown = metric.format(line.cell(direction, metric).interval().value());
    double sign = metric.unit() == Metric.Unit.SHARE ? 1 : -1;
    double best =
        lines.stream()
            .mapToDouble(it -> sign * it.cell(direction, metric).interval().value())
            .max()
            .orElseThrow();
    return shown.equals(metric.format(sign * best));
  }

  /** What guessing gives. */
  public double random(Direction direction, Metric metric) {
    return random.getOrDefault(direction, Map.of()).getOrDefault(metric, Double.NaN);
  }
}
