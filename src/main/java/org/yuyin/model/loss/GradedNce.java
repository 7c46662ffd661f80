package org.yuyin.model.loss;

import ai.djl.ndarray.NDArray;
import org.yuyin.model.block.Scaled;

/**
 * Noise-contrastive estimation that grants other right answers a part of the credit: the
 * cross-entropy between what is wanted and the soft-maximum of the scores, both ways. Wanted is the
 * row's own partner with weight 1, and its other right answers with {@code weight} among all of
 * them, however many a batch holds.
 *
 * @param weight of the other right answers together; 0 is the plain contrast
 */
public record GradedNce(double weight) {
  /**
   * The loss of a batch.
   *
   * @param scores (batch, batch), of x_i with y_j, over the temperature
   * @param others (batch, batch), 1 for other right answers, otherwise 0, as on the diagonal
   * @param ignored (batch, batch), 1 for answers that are neither right nor wrong, otherwise 0
   * @return scalar
   */
  public NDArray loss(NDArray scores, NDArray others, NDArray ignored) {
    var counted = scores.add(ignored.mul(Alike.NEVER));
    return Scaled.by(oneWay(counted, others, 1).add(oneWay(counted, others, 0)), 0.5);
  }

  private NDArray oneWay(NDArray scores, NDArray others, int axis) {
    int[] axes = {axis};
    var logShares = scores.logSoftmax(axis);
    var count = others.sum(axes);
    var weighted = count.gt(0).toType(scores.getDataType(), false).mul(weight);
    var ofOthers = logShares.mul(others).sum(axes).div(count.maximum(1)).mul(weighted);
    return logShares.diagonal().add(ofOthers).div(weighted.add(1)).mean().neg();
  }
}
