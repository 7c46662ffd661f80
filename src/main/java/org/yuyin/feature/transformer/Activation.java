package org.yuyin.feature.transformer;

import ai.djl.ndarray.NDArray;

/** What stands between the two dense layers of a feed-forward block. */
public enum Activation {
  /** The exact Gaussian error linear unit, by the error function (Hendrycks, Gimpel 2016). */
  GELU,
  /** max(0, x). */
  RELU;

  NDArray apply(NDArray x) {
    return switch (this) {
      case GELU -> ai.djl.nn.Activation.gelu(x);
      case RELU -> ai.djl.nn.Activation.relu(x);
    };
  }
}
