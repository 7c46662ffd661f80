package org.yuyin.model.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.LayerNorm;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.Weights;

/**
 * Multi-head attention of tokens to tokens (Vaswani 2017), added to what was there before and
 * brought to mean 0 and deviation 1 in each token, then scaled and shifted as learned.
 *
 * @param name prefix of its weights
 * @param width of a token, a multiple of the heads
 */
public record Attention(String name, int width, int heads) {
  private static final float EPSILON = 1e-5f;

  public Attention {
    if (width % heads != 0) {
      throw new IllegalArgumentException(
          "%d heads cannot share %d values of a token".formatted(heads, width));
    }
  }

  /** Adds the weights of its four layers and of the normalisation. */
  public void initialise(InitialWeights into) {
    for (var part : new String[] {".query", ".key", ".value", ".output"}) {
      layer(part).initialise(into);
    }
    into.constant(name + ".scale", 1, width);
    into.constant(name + ".shift", 0, width);
  }

  private LinearLayer layer(String part) {
    return new LinearLayer(name + part, width, width);
  }

  /**
   * Lets {@code asking} take from {@code asked}; the same for self-attention.
   *
   * @param asking (batch, tokens, width)
   * @param asked (batch, other tokens, width)
   * @return (batch, tokens, width)
   */
  public NDArray apply(Weights weights, NDArray asking, NDArray asked) {
    var query = split(layer(".query").apply(weights, asking));
    var key = split(layer(".key").apply(weights, asked));
    var value = split(layer(".value").apply(weights, asked));
    double unit = 1 / Math.sqrt(width / (double) heads);
    var shares = Scaled.by(query.matMul(key.transpose(0, 1, 3, 2)), unit).softmax(3);
    var joined = shares.matMul(value).transpose(0, 2, 1, 3).reshape(asking.getShape());
    var sum = asking.add(layer(".output").apply(weights, joined));
    return LayerNorm.layerNorm(
            sum,
            new Shape(width),
            weights.get(name + ".scale"),
            weights.get(name + ".shift"),
            EPSILON)
        .singletonOrThrow();
  }

  /** (batch, tokens, width) to (batch, heads, tokens, width / heads). */
  private NDArray split(NDArray tokens) {
    var shape = tokens.getShape();
    return tokens
        .reshape(new Shape(shape.get(0), shape.get(1), heads, width / heads))
        .transpose(0, 2, 1, 3);
  }
}
