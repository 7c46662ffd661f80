package org.yuyin.model.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.Weights;

/** Fusion without weighting: {@code W₂[a; e] + b₂}. */
public record ConcatFusion(LinearLayer linear) implements MusicFusion {
  /** A fusion whose weights start with {@code name}. */
  public ConcatFusion(String name, int audio, int emotion, int outputs) {
    this(new LinearLayer(name + ".linear", audio + emotion, outputs));
  }

  @Override
  public void initialise(InitialWeights into) {
    linear.initialise(into);
  }

  @Override
  public NDArray apply(Weights weights, NDArray audio, NDArray emotion) {
    return linear.apply(weights, NDArrays.concat(new NDList(audio, emotion), 1));
  }
}
