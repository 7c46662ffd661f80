package org.yuyin.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.Evaluator;
import org.yuyin.evaluation.Metric;
import org.yuyin.model.Encoder;
import org.yuyin.training.EpochProbe;

/** Recall@10 on the evaluation split after every epoch, both ways, in [0, 1]. */
final class RecallProbe implements EpochProbe {
  static final String VIDEO_TO_MUSIC = key(Direction.VIDEO_TO_MUSIC);

  @Override
  public Map<String, Double> measure(Encoder encoder, Snapshot snapshot) {
    var evaluation = Evaluator.evaluate(encoder, snapshot, Split.EVALUATION);
    var measured = new LinkedHashMap<String, Double>();
    for (var direction : Direction.values()) {
      measured.put(key(direction), evaluation.of(direction).value(Metric.RECALL_AT_10));
    }
    return measured;
  }

  private static String key(Direction direction) {
    return "%s %s".formatted(Metric.RECALL_AT_10.key(), direction.key());
  }
}
