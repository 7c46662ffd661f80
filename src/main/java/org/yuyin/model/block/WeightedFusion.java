package org.yuyin.model.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.Weights;

/**
 * Weighted fusion of the paper (WFM): with {@code x = [a; e]}, {@code w = sigmoid(W₁x + b₁)} gives
 * every input column a weight in 0..1, and the embedding is {@code W₂(w ⊙ x) + b₂}.
 *
 * @param gate W₁ and b₁, as wide as x on both sides
 * @param linear W₂ and b₂
 */
public record WeightedFusion(LinearLayer gate, LinearLayer linear) implements MusicFusion {
  /** A fusion whose weights start with {@code name}. */
  public WeightedFusion(String name, int audio, int emotion, int outputs) {
    this(
        new LinearLayer(name + ".gate", audio + emotion, audio + emotion),
        new LinearLayer(name + ".linear", audio + emotion, outputs));
  }

  @Override
  public void initialise(InitialWeights into) {
    gate.initialise(into);
    linear.initialise(into);
  }

  @Override
  public NDArray apply(Weights weights, NDArray audio, NDArray emotion) {
    var x = NDArrays.concat(new NDList(audio, emotion), 1);
    var w = Activation.sigmoid(gate.apply(weights, x));
    return linear.apply(weights, w.mul(x));
  }
}
