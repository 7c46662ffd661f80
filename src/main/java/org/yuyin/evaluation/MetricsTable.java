package org.yuyin.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Evaluations as text, always with the random line beside them. */
public final class MetricsTable {
  /** What a comparison shows when nothing else is asked for. */
  public static final List<Metric> USUAL =
      List.of(
          Metric.RECALL_AT_1,
          Metric.RECALL_AT_5,
          Metric.RECALL_AT_10,
          Metric.RECALL_AT_25,
          Metric.RECALL_AT_50,
          Metric.MEDIAN_RANK,
          Metric.MRR,
          Metric.NDCG_AT_10,
          Metric.CATEGORY_PRECISION_AT_10,
          Metric.MERGED_PRECISION_AT_10);

  private MetricsTable() {}

  /** One run: every metric in both directions with its interval, and what guessing gives. */
  public static String of(Evaluation evaluation) {
    var there = evaluation.videoToMusic();
    var back = evaluation.musicToVideo();
    var table =
        new TextTable(
            "", "video to music", "95 % interval", "music to video", "95 % interval", "random");
    for (var metric : Metric.values()) {
      table.add(
          name(metric),
          metric.format(there.value(metric)),
          interval(metric, there.estimate(metric)),
          metric.format(back.value(metric)),
          interval(metric, back.estimate(metric)),
          metric.format(there.random(metric)));
    }
    return "pool: %d pairs, %d different tracks%n%s".formatted(there.pool(), there.tracks(), table);
  }

  private static String name(Metric metric) {
    return metric.unit() == Metric.Unit.SHARE ? metric.label() + " %" : metric.label();
  }

  private static String interval(Metric metric, Estimate estimate) {
    return metric.format(estimate.low()) + " .. " + metric.format(estimate.high());
  }

  /**
   * A line of a comparison.
   *
   * @param name of the method or run
   * @param pooled its numbers
   */
  public record Line(String name, PooledEvaluation pooled) {}

  /**
   * Several methods in the same pools, one direction: mean ± standard deviation over seeds, the
   * random line first. Shares are in percent.
   *
   * @param lines at least one
   */
  public static String compare(List<Line> lines) {
    var titles = new ArrayList<String>(List.of(""));
    USUAL.forEach(metric -> titles.add(metric.label()));
    var table = new TextTable(titles);
    var first = lines.getFirst().pooled();
    var random = new ArrayList<String>(List.of("random"));
    USUAL.forEach(metric -> random.add(metric.format(first.random(metric))));
    table.add(random);
    for (var line : lines) {
      var cells = new ArrayList<String>(List.of(line.name()));
      USUAL.forEach(metric -> cells.add(cell(metric, line.pooled())));
      table.add(cells);
    }
    return heading(first) + System.lineSeparator() + table;
  }

  private static String heading(PooledEvaluation pooled) {
    var pools =
        "pools of %.0f pairs, %.0f different tracks; percent"
            .formatted(pooled.pool(), pooled.tracks());
    return pooled.seeds() == 1
        ? "%s; %d fold(s), 1 seed".formatted(pools, pooled.folds())
        : "%s; %d fold(s), mean ± standard deviation of %d seeds"
            .formatted(pools, pooled.folds(), pooled.seeds());
  }

  private static String cell(Metric metric, PooledEvaluation pooled) {
    var spread = pooled.spread(metric);
    return pooled.seeds() == 1
        ? metric.format(spread.mean())
        : metric.format(spread.mean()) + "±" + metric.format(spread.deviation());
  }
}
