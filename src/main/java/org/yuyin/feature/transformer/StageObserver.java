package org.yuyin.feature.transformer;

import ai.djl.ndarray.NDArray;

/** Is shown the values between the parts of a network while it runs. */
@FunctionalInterface
public interface StageObserver {
  /** Looks at nothing. */
  StageObserver NONE = (stage, values) -> {};

  /**
   * Called when a stage is reached.
   *
   * @param stage such as {@code encoder_layer_0}
   * @param values of the whole batch; only valid during the call
   */
  void reached(String stage, NDArray values);
}
