package org.yuyin.evaluation.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.yuyin.evaluation.Direction;

/**
 * Runs beside one another, those of one request as one line.
 *
 * @param lines in the order asked for
 */
public record ComparedRuns(List<Line> lines) {
  public ComparedRuns {
    lines = List.copyOf(lines);
  }

  /**
   * Runs that differ in seed and fold only.
   *
   * @param group the runs
   * @param values by the key of a {@link Quantity}, where there are any
   * @param random what guessing gives, by the same key
   * @param curve means of what was learned, by epoch
   * @param recall Recall@K; empty where single queries are not stored
   */
  public record Line(
      RunGroup group,
      Map<String, RunGroup.Mean> values,
      Map<String, RunGroup.Mean> random,
      List<MeanEpoch> curve,
      Map<Direction, RecallCurve> recall) {
    /** Such as {@code yuyin #12} or {@code yuyin, 15 runs from #12}. */
    public String label() {
      var first = group.first();
      var control = first.shuffled() ? " (control)" : "";
      return group.several()
          ? "%s%s, %d runs from #%d"
              .formatted(first.method(), control, group.members().size(), first.id())
          : "%s%s #%d".formatted(first.method(), control, first.id());
    }

    /** A value with its deviation. */
    public Optional<RunGroup.Mean> value(Quantity quantity) {
      return Optional.ofNullable(values.get(quantity.key()));
    }

    /** A setting as it is written; blank where the method has no such setting. */
    public String setting(String key) {
      var value = group.first().settings().getValue(key);
      return value == null ? "" : String.valueOf(value);
    }
  }

  /** Numbers that at least one line has. */
  public List<Quantity> quantities() {
    return Quantity.all().stream()
        .filter(quantity -> lines.stream().anyMatch(line -> line.value(quantity).isPresent()))
        .toList();
  }

  /** Every setting that a line has, in alphabetical order. */
  public List<String> settings() {
    var keys = new TreeSet<String>();
    lines.forEach(line -> keys.addAll(line.group().first().settings().fieldNames()));
    return List.copyOf(keys);
  }

  /** Whether a setting is not the same everywhere. */
  public boolean differs(String setting) {
    return lines.stream().map(line -> line.setting(setting)).distinct().count() > 1;
  }

  /** Whether no line has a better value; false where values cannot be better than one another. */
  public boolean isBest(Line line, Quantity quantity) {
    var own = line.value(quantity);
    if (own.isEmpty() || lines.size() < 2 || !comparable(quantity)) {
      return false;
    }
    double sign = quantity.better() == Quantity.Better.MORE ? 1 : -1;
    return lines.stream()
        .flatMap(other -> other.value(quantity).stream())
        .allMatch(other -> sign * other.value() <= sign * own.get().value());
  }

  /** Losses of different methods are not the same loss. */
  private boolean comparable(Quantity quantity) {
    return switch (quantity.kind()) {
      case LOSS ->
          quantity.better() != Quantity.Better.NEITHER
              && lines.stream().map(line -> line.group().first().method()).distinct().count() == 1;
      case COUNT, SHARE, PLACE, SECONDS -> quantity.better() != Quantity.Better.NEITHER;
    };
  }

  /** Whether the lines were tested on one dataset: only then may their numbers be compared. */
  public boolean sameDataset() {
    return lines.stream()
            .map(line -> line.group().first().dataset() + line.group().first().datasetVersion())
            .distinct()
            .count()
        <= 1;
  }
}
