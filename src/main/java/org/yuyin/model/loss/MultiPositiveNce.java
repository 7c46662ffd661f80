package org.yuyin.model.loss;

import ai.djl.ndarray.NDArray;
import org.yuyin.model.block.Scaled;

/**
 * Noise-contrastive estimation where a row may have several right answers:
 *
 * <pre>mean over i of −log( Σ_{j ∈ P(i)} exp(x_i·y_j/τ) / Σ_j exp(x_i·y_j/τ) )</pre>
 *
 * <p>Row i is always its own positive. Other rows of an equal label either count as positives too
 * ({@link #positives}) or are left out of both sums ({@link #ignoring}).
 *
 * @param temperature τ
 * @param symmetric true for the mean of both directions, x→y and y→x; false for x→y alone, as the
 *     paper prints it
 */
public record MultiPositiveNce(double temperature, boolean symmetric) {
  /**
   * Only row i is right for row i, and all others are wrong.
   *
   * @param x (batch, width), rows of length 1
   * @param y (batch, width), rows of length 1
   * @return scalar
   */
  public NDArray loss(NDArray x, NDArray y) {
    return bothWays(scores(x, y), this::ownRowOfAll);
  }

  /**
   * Only row i is right for row i; other rows of its label are neither right nor wrong.
   *
   * @param x (batch, width), rows of length 1
   * @param y (batch, width), rows of length 1
   * @param labels (batch) int64
   * @return scalar
   */
  public NDArray ignoring(NDArray x, NDArray y, NDArray labels) {
    var others = Alike.others(labels, x.getDataType());
    return bothWays(scores(x, y).add(others.mul(Alike.NEVER)), this::ownRowOfAll);
  }

  /**
   * All rows of row i's label are right for row i.
   *
   * @param x (batch, width), rows of length 1
   * @param y (batch, width), rows of length 1
   * @param labels (batch) int64
   * @return scalar
   */
  public NDArray positives(NDArray x, NDArray y, NDArray labels) {
    var others = Alike.all(labels, x.getDataType()).sub(1).mul(-Alike.NEVER);
    return bothWays(
        scores(x, y),
        (scores, axis) -> {
          // −log p(positives) = log p(own | positives) − log p(own): two soft-maxima, no overflow.
          var amongPositives = scores.add(others).logSoftmax(axis).diagonal();
          var amongAll = scores.logSoftmax(axis).diagonal();
          return amongPositives.sub(amongAll).mean();
        });
  }

  private NDArray ownRowOfAll(NDArray scores, int axis) {
    return scores.logSoftmax(axis).diagonal().mean().neg();
  }

  private NDArray bothWays(NDArray scores, OneWay oneWay) {
    var forth = oneWay.loss(scores, 1);
    return symmetric ? Scaled.by(forth.add(oneWay.loss(scores, 0)), 0.5) : forth;
  }

  private NDArray scores(NDArray x, NDArray y) {
    return Scaled.by(x.matMul(y.transpose()), 1 / temperature);
  }

  private interface OneWay {
    NDArray loss(NDArray scores, int axis);
  }
}
