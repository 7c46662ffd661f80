package org.yuyin.evaluation.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.Metric;
import org.yuyin.evaluation.table.Comparison.Line;

/** The rows that every format for people shows: a row for each method, the random line first. */
final class Cells {
  private final Comparison comparison;

  Cells(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The titles of one direction's columns. */
  List<String> titles() {
    return comparison.metrics().stream().map(Metric::label).toList();
  }

  /** What guessing gives, as shown. */
  List<String> random(Direction direction) {
    return each(metric -> metric.format(comparison.random(direction, metric)));
  }

  /**
   * One method's values.
   *
   * @param best how a value that is the best of its column is set
   */
  List<String> values(Line line, Direction direction, BiFunction<String, Boolean, String> best) {
    return each(
        metric -> {
          var cell = line.cell(direction, metric);
          var value = metric.format(cell.interval().value());
          if (comparison.setting().seeds().size() > 1) {
            value += "±" + metric.format(cell.deviation());
          }
          return best.apply(
              value + (cell.differs() ? "*" : ""), comparison.isBest(line, direction, metric));
        });
  }

  private List<String> each(Function<Metric, String> shown) {
    var row = new ArrayList<String>();
    comparison.metrics().forEach(metric -> row.add(shown.apply(metric)));
    return row;
  }

  /** How the table is read. */
  String legend() {
    return "* differs from %s by more than chance (paired bootstrap over queries, p < %s)."
        .formatted(comparison.setting().reference(), Comparison.SIGNIFICANT);
  }

  static String title(Direction direction) {
    return direction == Direction.VIDEO_TO_MUSIC ? "Video to music" : "Music to video";
  }
}
