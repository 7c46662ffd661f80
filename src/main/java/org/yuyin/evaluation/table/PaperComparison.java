package org.yuyin.evaluation.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.Metric;
import org.yuyin.evaluation.MetricsTable;

/** Holds the lines of one of the paper's tables against its reference, query by query. */
public final class PaperComparison {
  private PaperComparison() {}

  /**
   * What the lines were made of.
   *
   * @param info of the dataset
   * @param seeds of the trainings
   * @param codeVersion of the program that trained
   */
  public record Setting(DatasetInfo info, List<Long> seeds, String codeVersion) {}

  /**
   * Compares.
   *
   * @param lines at least one; without the reference among them no difference is measured
   */
  public static Comparison of(PaperTable table, Setting setting, List<MeasuredLine> lines) {
    var reference = lines.stream().filter(line -> line.entry().isReference()).findFirst();
    var example = reference.orElseGet(lines::getFirst);
    var random = new EnumMap<Direction, Map<Metric, Double>>(Direction.class);
    for (var direction : Direction.values()) {
      random.put(direction, example.pooled(direction).random());
    }
    return new Comparison(
        table.title(),
        setting(setting, example),
        MetricsTable.USUAL,
        random,
        lines.stream().map(line -> line(line, reference)).toList());
  }

  private static Comparison.Setting setting(Setting setting, MeasuredLine example) {
    var there = example.pooled(Direction.VIDEO_TO_MUSIC);
    return new Comparison.Setting(
        setting.info().label(),
        setting.info().contentHash(),
        setting.info().synthetic(),
        setting.seeds(),
        there.folds(),
        there.pool(),
        there.tracks(),
        PaperTable.REFERENCE,
        setting.codeVersion());
  }

  private static Comparison.Line line(MeasuredLine line, Optional<MeasuredLine> reference) {
    var cells = new EnumMap<Direction, Map<Metric, Comparison.Cell>>(Direction.class);
    for (var direction : Direction.values()) {
      var row = new EnumMap<Metric, Comparison.Cell>(Metric.class);
      for (var metric : MetricsTable.USUAL) {
        var against =
            reference
                .filter(it -> it != line)
                .map(it -> it.queries(direction).minus(line.queries(direction), metric));
        row.put(
            metric,
            new Comparison.Cell(
                line.queries(direction).estimate(metric),
                line.pooled(direction).spread(metric).deviation(),
                against));
      }
      cells.put(direction, row);
    }
    return new Comparison.Line(line.entry().label(), line.entry().method(), line.settings(), cells);
  }
}
