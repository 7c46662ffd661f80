package org.yuyin.model.block;

import ai.djl.ndarray.NDArray;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.Weights;

/**
 * Fusion by adding: each feature has an embedding layer of its own, and the embeddings are summed.
 */
public record AddFusion(LinearLayer audioLayer, LinearLayer emotionLayer) implements MusicFusion {
  /** A fusion whose weights start with {@code name}. */
  public AddFusion(String name, int audio, int emotion, int outputs) {
    this(
        new LinearLayer(name + ".audio", audio, outputs),
        new LinearLayer(name + ".emotion", emotion, outputs));
  }

  @Override
  public void initialise(InitialWeights into) {
    audioLayer.initialise(into);
    emotionLayer.initialise(into);
  }

  @Override
  public NDArray apply(Weights weights, NDArray audio, NDArray emotion) {
    return audioLayer.apply(weights, audio).add(emotionLayer.apply(weights, emotion));
  }
}
