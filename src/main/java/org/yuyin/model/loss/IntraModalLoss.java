package org.yuyin.model.loss;

import ai.djl.ndarray.NDArray;
import org.yuyin.model.block.Scaled;

/**
 * Keeps a modality's own likenesses: the cosine of any two rows should be after the network what it
 * was before it. That holds back an encoder that would learn by heart which of two compatible
 * tracks an ad happened to use (Chen 2024, the intra-modal part of the inter-intra loss). The mean
 * over pairs of different rows of the squared change.
 */
public final class IntraModalLoss {
  /**
   * The loss of a batch.
   *
   * @param before (batch, inputs), at least two rows
   * @param after (batch, width)
   * @return scalar
   */
  public NDArray loss(NDArray before, NDArray after) {
    long rows = before.getShape().get(0);
    // A row's cosine with itself is 1 on both sides and adds nothing.
    var change = cosines(after).sub(cosines(before).stopGradient()).square().sum();
    return Scaled.by(change, 1.0 / (rows * (rows - 1)));
  }

  private static NDArray cosines(NDArray rows) {
    var unit = rows.normalize();
    return unit.matMul(unit.transpose());
  }
}
