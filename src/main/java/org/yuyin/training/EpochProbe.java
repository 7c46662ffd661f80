package org.yuyin.training;

import java.util.Map;
import org.yuyin.dataset.Snapshot;
import org.yuyin.model.Encoder;

/** Measures a model after each epoch, beyond its loss; joined with {@code evaluation} by app. */
@FunctionalInterface
public interface EpochProbe {
  /** Measures nothing. */
  EpochProbe NONE = (encoder, snapshot) -> Map.of();

  /**
   * Named numbers for the learning curve, such as recall on the evaluation split.
   *
   * @param encoder the model as it is now; closed by the caller
   */
  Map<String, Double> measure(Encoder encoder, Snapshot snapshot);
}
