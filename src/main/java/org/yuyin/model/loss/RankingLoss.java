package org.yuyin.model.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * Wants every row nearer to its partner than to others' by a margin, and looks at those others
 * alone that violate this most (Hong 2018; with one of them the triplet loss with hard negatives):
 *
 * <pre>mean over i and its hardest j of max(0, margin − x_i·y_i + x_i·y_j)</pre>
 *
 * @param margin by which a partner should be nearer
 * @param hardest how many others count for a row, at most
 */
public record RankingLoss(double margin, int hardest) {
  /**
   * The loss of ranking y for each x; for the other way exchange them.
   *
   * @param x (batch, width), rows of length 1, at least two
   * @param y (batch, width), rows of length 1
   * @param tracks (batch) int64; rows of one track do not count as others
   * @return scalar
   */
  public NDArray loss(NDArray x, NDArray y, NDArray tracks) {
    var cosines = x.matMul(y.transpose());
    var partners = cosines.diagonal().expandDims(1);
    var excluded = Alike.all(tracks, x.getDataType()).mul(Alike.NEVER);
    var violations = Activation.relu(cosines.sub(partners).add(margin).add(excluded));
    int count = Math.toIntExact(Math.min(hardest, x.getShape().get(0) - 1));
    return violations.topK(count, 1).get(0).mean();
  }
}
