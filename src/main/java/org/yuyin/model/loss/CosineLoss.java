package org.yuyin.model.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
import org.yuyin.model.block.Scaled;

/**
 * Draws pairs together and pushes others apart until their cosine is small enough (Surís 2018):
 *
 * <pre>mean over pairs of 1 − cos + mean over others of max(0, cos − margin)</pre>
 *
 * <p>In place of one wrong partner drawn for a pair, all of the batch are taken; rows of one track
 * are no wrong partners.
 *
 * @param margin cosine below which another's partner is far enough
 */
public record CosineLoss(double margin) {
  /**
   * The loss of a batch.
   *
   * @param x (batch, width), rows of length 1
   * @param y (batch, width), rows of length 1
   * @param tracks (batch) int64
   * @return scalar
   */
  public NDArray loss(NDArray x, NDArray y, NDArray tracks) {
    var cosines = x.matMul(y.transpose());
    var others = Alike.all(tracks, x.getDataType()).sub(1).neg();
    double count = Math.max(1, others.sum().toType(DataType.FLOAT64, false).getDouble());
    var tooNear = Activation.relu(cosines.sub(margin)).mul(others).sum();
    return cosines.diagonal().mean().sub(1).neg().add(Scaled.by(tooNear, 1 / count));
  }
}
