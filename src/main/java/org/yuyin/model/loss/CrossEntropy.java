package org.yuyin.model.loss;

import ai.djl.ndarray.NDArray;

/** How badly classes are predicted: the mean of −log of the probability given to the true class. */
public final class CrossEntropy {
  /**
   * The loss of a batch.
   *
   * @param logits (batch, classes), unnormalised log-probabilities
   * @param classes (batch) int64, the true classes
   * @return scalar
   */
  public NDArray loss(NDArray logits, NDArray classes) {
    return logits.logSoftmax(1).gather(classes.expandDims(1), 1).mean().neg();
  }
}
