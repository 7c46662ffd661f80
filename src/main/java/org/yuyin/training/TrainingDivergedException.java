package org.yuyin.training;

import org.yuyin.storage.InputException;

/** A loss that is no number any more. */
public final class TrainingDivergedException extends InputException {
  private static final long serialVersionUID = 1L;

  TrainingDivergedException(int epoch, int batch, double loss, double learningRate) {
    super(
        ("the training diverged: the loss is %s in epoch %d, batch %d. Likely causes: a learning"
                + " rate too high (learningRate=%s), a temperature too low, or feature values far"
                + " out of range; try --set learningRate=%s")
            .formatted(loss, epoch, batch, learningRate, learningRate / 10));
  }
}
