package org.yuyin.model.block;

import ai.djl.ndarray.NDArray;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.Weights;

/** Joins the sound and the emotion of a track into the embedding of its music. */
public interface MusicFusion {
  /** Adds its weights. */
  void initialise(InitialWeights into);

  /**
   * Joins them.
   *
   * @param audio (batch, audio width), standardised
   * @param emotion (batch, emotion width), standardised
   * @return (batch, embedding)
   */
  NDArray apply(Weights weights, NDArray audio, NDArray emotion);
}
