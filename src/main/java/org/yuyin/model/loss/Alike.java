package org.yuyin.model.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** Which rows of a batch carry the same label, as matrices of 0 and 1 without a gradient. */
public final class Alike {
  /** Far below any score, yet finite: an infinite one would make 0 × ∞ in the gradient. */
  static final float NEVER = -1e9f;

  private Alike() {}

  /**
   * Every row with itself and its likes.
   *
   * @param labels (batch) int64
   * @return (batch, batch)
   */
  public static NDArray all(NDArray labels, DataType type) {
    return labels.expandDims(1).eq(labels.expandDims(0)).toType(type, false);
  }

  /**
   * Every row with its likes, not with itself.
   *
   * @param labels (batch) int64
   * @return (batch, batch)
   */
  public static NDArray others(NDArray labels, DataType type) {
    return all(labels, type).sub(own(labels, type));
  }

  /** The identity, (batch, batch). */
  public static NDArray own(NDArray labels, DataType type) {
    return labels.getManager().eye(Math.toIntExact(labels.size())).toType(type, false);
  }
}
