package org.yuyin.evaluation.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.yuyin.training.CurvePoint;

/**
 * One epoch of several runs: means over those that came so far.
 *
 * @param epoch from 1
 * @param runs how many came so far
 * @param trainLoss on what they learned from
 * @param evaluationLoss on the split they were watched on
 * @param recall Recall@10 on that split, where it was measured while learning
 */
public record MeanEpoch(
    int epoch, int runs, double trainLoss, double evaluationLoss, Optional<Double> recall) {

  /** The mean of some curves, epoch by epoch. */
  static List<MeanEpoch> of(Collection<List<CurvePoint>> curves) {
    var byEpoch = new TreeMap<Integer, List<CurvePoint>>();
    curves.forEach(
        curve ->
            curve.forEach(
                point ->
                    byEpoch.computeIfAbsent(point.epoch(), _ -> new ArrayList<>()).add(point)));
    return byEpoch.entrySet().stream().map(it -> of(it.getKey(), it.getValue())).toList();
  }

  private static MeanEpoch of(int epoch, List<CurvePoint> points) {
    var recall = points.stream().flatMap(it -> recall(it).stream()).mapToDouble(it -> it).average();
    return new MeanEpoch(
        epoch,
        points.size(),
        points.stream().mapToDouble(CurvePoint::trainLoss).average().orElseThrow(),
        points.stream().mapToDouble(CurvePoint::evaluationLoss).average().orElseThrow(),
        boxed(recall));
  }

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  /** Recall@10 of videos asking for music, as it is kept while learning. */
  static Optional<Double> recall(CurvePoint point) {
    return Optional.ofNullable(point.parts().getDouble("recall@10 video-to-music"));
  }
}
