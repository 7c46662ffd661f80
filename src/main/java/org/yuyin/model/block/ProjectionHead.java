package org.yuyin.model.block;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.Weights;

/**
 * From an embedding into the common space: linear, ReLU, linear, then scaled to length 1.
 *
 * @param hidden first layer
 * @param output second layer
 */
public record ProjectionHead(LinearLayer hidden, LinearLayer output) {
  /** A head whose weights start with {@code name}. */
  public ProjectionHead(String name, int inputs, int hidden, int outputs) {
    this(
        new LinearLayer(name + ".hidden", inputs, hidden),
        new LinearLayer(name + ".output", hidden, outputs));
  }

  /** Adds the weights of both layers. */
  public void initialise(InitialWeights into) {
    hidden.initialise(into);
    output.initialise(into);
  }

  /** (batch, inputs) to (batch, outputs), rows of length 1. */
  public NDArray apply(Weights weights, NDArray x) {
    return output.apply(weights, Activation.relu(hidden.apply(weights, x))).normalize();
  }
}
