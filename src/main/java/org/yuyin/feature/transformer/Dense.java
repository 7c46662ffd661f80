package org.yuyin.feature.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.core.Linear;
import java.util.stream.Stream;
import org.yuyin.storage.TensorShape;

/**
 * {@code y = x Wᵀ + b}; W is (outputs, inputs) as in PyTorch.
 *
 * @param name prefix of its tensors
 * @param biased whether there is a b
 */
public record Dense(String name, int inputs, int outputs, boolean biased) {
  /** With a bias. */
  public Dense(String name, int inputs, int outputs) {
    this(name, inputs, outputs, true);
  }

  /** The tensors it needs. */
  public Stream<TensorShape> tensors() {
    var weight = TensorShape.of(name + ".weight", outputs, inputs);
    return biased ? Stream.of(weight, TensorShape.of(name + ".bias", outputs)) : Stream.of(weight);
  }

  /** (…, inputs) to (…, outputs). */
  public NDArray apply(NetworkWeights weights, NDArray x) {
    var bias = biased ? weights.get(name + ".bias") : null;
    return Linear.linear(x, weights.get(name + ".weight"), bias).singletonOrThrow();
  }
}
