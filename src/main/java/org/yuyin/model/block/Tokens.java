package org.yuyin.model.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.Weights;

/**
 * Cuts a vector into {@value #COUNT} tokens for attention: equal parts, the last filled up with
 * zeros, each through the same linear layer, with a learned vector added that tells its place.
 *
 * @param inputs values in a vector
 * @param layer from a part to a token
 */
public record Tokens(int inputs, LinearLayer layer) {
  /** Tokens in a vector. */
  public static final int COUNT = 8;

  /** Tokens of that width whose weights start with {@code name}. */
  public Tokens(String name, int inputs, int width) {
    this(inputs, new LinearLayer(name, (inputs + COUNT - 1) / COUNT, width));
  }

  /** Adds the layer's weights and the places. */
  public void initialise(InitialWeights into) {
    layer.initialise(into);
    into.uniform(places(), 1 / Math.sqrt(layer.outputs()), COUNT, layer.outputs());
  }

  private String places() {
    return layer.name() + ".places";
  }

  /** (batch, inputs) to (batch, tokens, width). */
  public NDArray apply(Weights weights, NDArray x) {
    long rows = x.getShape().get(0);
    int missing = layer.inputs() * COUNT - inputs;
    var whole = x;
    if (missing > 0) {
      var zeros = x.getManager().zeros(new Shape(rows, missing), x.getDataType());
      whole = NDArrays.concat(new NDList(x, zeros), 1);
    }
    var parts = whole.reshape(new Shape(rows, COUNT, layer.inputs()));
    return layer.apply(weights, parts).add(weights.get(places()));
  }
}
