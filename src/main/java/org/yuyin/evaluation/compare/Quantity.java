package org.yuyin.evaluation.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.Evaluation;
import org.yuyin.evaluation.Metric;
import org.yuyin.training.CurvePoint;
import org.yuyin.training.RunCard;

/**
 * A number that runs are compared by.
 *
 * @param key unique, such as {@code best-loss}
 * @param kind how it is written
 * @param better whether more or less of it is better
 * @param ofRun its value; empty where a run has none
 * @param random what guessing gives; empty where there is no such thing
 */
public record Quantity(
    String key,
    Kind kind,
    Better better,
    Function<Numbers, Optional<Double>> ofRun,
    Function<Numbers, Optional<Double>> random) {

  /** How a number is written. */
  public enum Kind {
    COUNT,
    LOSS,
    SHARE,
    PLACE,
    SECONDS
  }

  /** Which values are better. */
  public enum Better {
    MORE,
    LESS,
    NEITHER
  }

  /**
   * What is known of a run.
   *
   * @param run its card
   * @param curve by epoch
   * @param test how it did on the test split
   */
  record Numbers(RunCard run, List<CurvePoint> curve, Optional<Evaluation> test) {
    Optional<CurvePoint> last() {
      return curve.isEmpty() ? Optional.empty() : Optional.of(curve.getLast());
    }
  }

  private static final List<Metric> ON_TEST =
      List.of(
          Metric.RECALL_AT_1,
          Metric.RECALL_AT_5,
          Metric.RECALL_AT_10,
          Metric.RECALL_AT_25,
          Metric.RECALL_AT_50,
          Metric.MEDIAN_RANK,
          Metric.MRR);

  /** All of them, in the order shown. */
  static List<Quantity> all() {
    var all = new ArrayList<Quantity>();
    all.add(
        of("epochs", Kind.COUNT, Better.NEITHER, it -> Optional.of((double) it.run().epochs())));
    all.add(
        of(
            "best-epoch",
            Kind.COUNT,
            Better.NEITHER,
            it -> it.run().bestEpoch().map(Integer::doubleValue)));
    all.add(of("best-loss", Kind.LOSS, Better.LESS, it -> it.run().bestLoss()));
    all.add(
        of("last-loss", Kind.LOSS, Better.LESS, it -> it.last().map(CurvePoint::evaluationLoss)));
    all.add(
        of(
            "last-train-loss",
            Kind.LOSS,
            Better.NEITHER,
            it -> it.last().map(CurvePoint::trainLoss)));
    all.add(
        of(
            "best-recall",
            Kind.SHARE,
            Better.MORE,
            it ->
                it.curve().stream()
                    .flatMap(point -> MeanEpoch.recall(point).stream())
                    .max(Double::compare)));
    all.add(of("last-recall", Kind.SHARE, Better.MORE, it -> it.last().flatMap(MeanEpoch::recall)));
    for (var direction : Direction.values()) {
      ON_TEST.forEach(metric -> all.add(onTest(direction, metric)));
    }
    all.add(
        of(
            "learning-time",
            Kind.SECONDS,
            Better.NEITHER,
            it -> Optional.of(it.run().learningSeconds())));
    return List.copyOf(all);
  }

  private static Quantity of(
      String key, Kind kind, Better better, Function<Numbers, Optional<Double>> ofRun) {
    return new Quantity(key, kind, better, ofRun, _ -> Optional.empty());
  }

  private static Quantity onTest(Direction direction, Metric metric) {
    boolean share = metric.unit() == Metric.Unit.SHARE;
    return new Quantity(
        direction.key() + " " + metric.key(),
        share ? Kind.SHARE : Kind.PLACE,
        share ? Better.MORE : Better.LESS,
        it -> it.test().map(test -> test.of(direction).value(metric)),
        it -> it.test().map(test -> test.of(direction).random(metric)));
  }

  /** The direction it is measured in; empty for what belongs to learning. */
  public Optional<Direction> direction() {
    return key.contains(" ")
        ? Optional.of(Direction.parse(key.substring(0, key.indexOf(' '))))
        : Optional.empty();
  }

  /** What is measured in that direction, such as {@code R@10}; its key for all else. */
  public String label() {
    return ON_TEST.stream()
        .filter(metric -> key.endsWith(" " + metric.key()))
        .map(Metric::label)
        .findFirst()
        .orElse(key);
  }
}
