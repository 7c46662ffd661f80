package org.yuyin.model.block;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.core.Linear;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.Weights;

/**
 * {@code y = x Wᵀ + b}; W is (outputs, inputs) as in PyTorch. Also serves as the embedding layer of
 * a modality.
 *
 * @param name prefix of its two weights
 */
public record LinearLayer(String name, int inputs, int outputs) {
  /** Adds W and b, both even in ±1/√inputs: the default of PyTorch's {@code nn.Linear}. */
  public void initialise(InitialWeights into) {
    double bound = 1 / Math.sqrt(inputs);
    into.uniform(name + ".weight", bound, outputs, inputs);
    into.uniform(name + ".bias", bound, outputs);
  }

  /** (batch, inputs) to (batch, outputs). */
  public NDArray apply(Weights weights, NDArray x) {
    return Linear.linear(x, weights.get(name + ".weight"), weights.get(name + ".bias"))
        .singletonOrThrow();
  }
}
