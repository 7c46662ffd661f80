package org.yuyin.model.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * Keeps the order of distances within a modality (the soft intra-modal structure constraint of Hong
 * 2018): of two neighbours j and k of i, the one that was nearer before the network should be
 * nearer after it. With distances d = −cos,
 *
 * <pre>mean of (sign(d(ij) − d(ik)) before − sign(d(ij) − d(ik)) after) · (d(ik) − d(ij)) after
 * </pre>
 *
 * <p>which is 0 where the order holds and positive elsewhere. As in the authors' public code k is
 * the row after j, for every i and j of the batch.
 */
public final class StructureLoss {
  private static final NDIndex ALL_BUT_LAST = new NDIndex(":, :-1");
  private static final NDIndex ALL_BUT_FIRST = new NDIndex(":, 1:");

  /**
   * The loss of a batch.
   *
   * @param before (batch, inputs), at least two rows
   * @param after (batch, width)
   * @return scalar
   */
  public NDArray loss(NDArray before, NDArray after) {
    var order = differences(before).stopGradient().sign();
    var differences = differences(after);
    var wrong = order.sub(differences.stopGradient().sign());
    return wrong.mul(differences).mean().neg();
  }

  /** d(ij) − d(ik), (batch, batch − 1). */
  private static NDArray differences(NDArray rows) {
    var unit = rows.normalize();
    var cosines = unit.matMul(unit.transpose());
    return cosines.get(ALL_BUT_FIRST).sub(cosines.get(ALL_BUT_LAST));
  }
}
