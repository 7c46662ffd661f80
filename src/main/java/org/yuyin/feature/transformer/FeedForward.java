package org.yuyin.feature.transformer;

import ai.djl.ndarray.NDArray;
import java.util.stream.Stream;
import org.yuyin.storage.TensorShape;

/** Two dense layers with an activation between them, each token by itself. */
public record FeedForward(Dense inner, Activation activation, Dense outer) {
  /** The tensors it needs. */
  public Stream<TensorShape> tensors() {
    return Stream.concat(inner.tensors(), outer.tensors());
  }

  /** (batch, tokens, width) to the same. */
  public NDArray apply(NetworkWeights weights, NDArray x) {
    try (var wide = inner.apply(weights, x);
        var active = activation.apply(wide)) {
      return outer.apply(weights, active);
    }
  }
}
