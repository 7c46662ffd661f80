package org.yuyin.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.Evaluation;
import org.yuyin.evaluation.Metric;
import org.yuyin.evaluation.RetrievalMetrics;
import org.yuyin.web.Phrase;

/**
 * The Recall table of a run: for each direction its own line and, in grey, what guessing gives.
 *
 * @param headings names of the columns
 * @param rows two for each direction
 */
public record MeasureTable(List<Phrase> headings, List<Line> rows) {
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
   * @param note pool and tracks; none for the baseline
   * @param baseline whether it is what guessing gives
   * @param cells one for each heading
   */
  public record Line(Phrase name, Optional<Phrase> note, boolean baseline, List<Cell> cells) {}

  /**
   * A value with its interval.
   *
   * @param value as shown, with its unit
   * @param interval of 95 %, as shown; none for the baseline
   */
  public record Cell(Phrase value, Optional<Phrase> interval) {}

  static MeasureTable of(Evaluation evaluation) {
    var rows = new ArrayList<Line>();
    for (var direction : Direction.values()) {
      var metrics = evaluation.of(direction);
      rows.add(measured(direction, metrics));
      rows.add(random(metrics));
    }
    return new MeasureTable(
        COLUMNS.stream().map(MeasureTable::heading).toList(), List.copyOf(rows));
  }

  private static Phrase heading(Metric metric) {
    return Phrase.of("metric." + metric.key());
  }

  private static Line measured(Direction direction, RetrievalMetrics metrics) {
    var name = Phrase.of("metric." + direction.key());
    var note =
        Phrase.of("run.pool", "%,d".formatted(metrics.pool()), "%,d".formatted(metrics.tracks()));
    return new Line(
        name, Optional.of(note), false, COLUMNS.stream().map(it -> cell(metrics, it)).toList());
  }

  private static Line random(RetrievalMetrics metrics) {
    return new Line(
        Phrase.of("run.random"),
        Optional.empty(),
        true,
        COLUMNS.stream()
            .map(it -> new Cell(shown(it, metrics.random(it)), Optional.empty()))
            .toList());
  }

  private static Cell cell(RetrievalMetrics metrics, Metric metric) {
    var estimate = metrics.estimate(metric);
    var interval =
        Phrase.of("run.interval", metric.format(estimate.low()), metric.format(estimate.high()));
    return new Cell(shown(metric, estimate.value()), Optional.of(interval));
  }

  private static Phrase shown(Metric metric, double value) {
    var figure = metric.format(value);
    return metric.unit() == Metric.Unit.SHARE
        ? Phrase.of("common.percent", figure)
        : Phrase.name(figure);
  }
}
