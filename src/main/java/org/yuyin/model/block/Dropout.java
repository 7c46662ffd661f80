package org.yuyin.model.block;

import ai.djl.ndarray.NDArray;
import org.yuyin.model.Pass;

/**
 * Dropout (Srivastava 2014): while learning each value is left out with some probability, and the
 * others are enlarged so that sums stay as large as they are without it.
 *
 * @param rate probability of being left out, in [0, 1)
 */
public record Dropout(double rate) {
  /** Any shape to the same. */
  public NDArray apply(NDArray x, Pass pass) {
    if (!pass.training() || rate == 0) {
      return x;
    }
    var mask = new float[Math.toIntExact(x.size())];
    float enlarged = (float) (1 / (1 - rate));
    for (int i = 0; i < mask.length; i++) {
      mask[i] = pass.random().nextDouble() < rate ? 0 : enlarged;
    }
    return x.mul(x.getManager().create(mask, x.getShape()));
  }
}
