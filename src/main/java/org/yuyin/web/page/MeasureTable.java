package org.yuyin.web.page;

import java.util.ArrayList;
import java.util.List;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.Evaluation;
import org.yuyin.evaluation.Metric;
import org.yuyin.evaluation.RetrievalMetrics;

/**
 * The Recall table of a run: for each direction its own line and, in grey, what guessing gives.
 *
 * @param headings names of the columns
 * @param rows two for each direction
 */
public record MeasureTable(List<String> headings, List<Line> rows) {
  private static final List<Metric> COLUMNS =
      List.of(
          Metric.RECALL_AT_1,
          Metric.RECALL_AT_5,
          Metric.RECALL_AT_10,
          Metric.RECALL_AT_25,
          Metric.RECALL_AT_50,
          Metric.MEDIAN_RANK,
          Metric.MRR,
          Metric.CATEGORY_PRECISION_AT_10);

  /**
   * A line of the table.
   *
   * @param name of the line
   * @param note pool and tracks
   * @param baseline whether it is what guessing gives
   * @param cells one for each heading
   */
  public record Line(String name, String note, boolean baseline, List<Cell> cells) {}

  /**
   * A value with its interval.
   *
   * @param value as shown, with its unit
   * @param interval of 95 %, as shown; blank for the baseline
   */
  public record Cell(String value, String interval) {}

  static MeasureTable of(Evaluation evaluation) {
    var rows = new ArrayList<Line>();
    for (var direction : Direction.values()) {
      var metrics = evaluation.of(direction);
      rows.add(measured(direction, metrics));
      rows.add(random(metrics));
    }
    return new MeasureTable(COLUMNS.stream().map(Metric::label).toList(), List.copyOf(rows));
  }

  private static Line measured(Direction direction, RetrievalMetrics metrics) {
    var name = direction == Direction.VIDEO_TO_MUSIC ? "Video → music" : "Music → video";
    var note = "pool of %,d · %,d tracks".formatted(metrics.pool(), metrics.tracks());
    return new Line(name, note, false, COLUMNS.stream().map(it -> cell(metrics, it)).toList());
  }

  private static Line random(RetrievalMetrics metrics) {
    return new Line(
        "random",
        "",
        true,
        COLUMNS.stream().map(it -> new Cell(shown(it, metrics.random(it)), "")).toList());
  }

  private static Cell cell(RetrievalMetrics metrics, Metric metric) {
    var estimate = metrics.estimate(metric);
    var interval =
        "%s to %s".formatted(metric.format(estimate.low()), metric.format(estimate.high()));
    return new Cell(shown(metric, estimate.value()), interval);
  }

  private static String shown(Metric metric, double value) {
    return metric.format(value) + (metric.unit() == Metric.Unit.SHARE ? " %" : "");
  }
}
