package org.yuyin.model.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Multiplication by a plain number wherever a gradient flows. DJL's own {@code mul(Number)} and
 * {@code div(Number)} put the number into memory that Java's garbage collector may take away before
 * PyTorch, which keeps it for the gradient, reads it again; the gradient is then rubbish, once in
 * thousands of steps.
 */
public final class Scaled {
  private Scaled() {}

  /** {@code array · factor}, of the array's type. */
  public static NDArray by(NDArray array, double factor) {
    // full() lets PyTorch own the number.
    try (var number = array.getManager().full(new Shape(), (float) factor, array.getDataType())) {
      return array.mul(number);
    }
  }
}
