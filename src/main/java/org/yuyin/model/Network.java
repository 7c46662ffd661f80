package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import java.util.Set;
import org.yuyin.feature.Modality;

/**
 * What a method computes: pure functions of weights and features. Holds no native memory and
 * remembers nothing, so one instance serves every thread, and the same network runs with trained,
 * averaged or best-so-far weights. Results belong to the manager of the features.
 */
public interface Network {
  /** The modalities it reads while learning. */
  Set<Modality> modalities();

  /** Values in a point of the common space. */
  int width();

  /**
   * Adds the weights to start from. A method with a closed form finds its final weights here.
   *
   * @param pairs the training pairs; nothing may be learned from any other
   */
  void initialise(InitialWeights into, PairRows pairs);

  /**
   * Points of the pictures' side.
   *
   * @return (batch, width), each of length 1
   */
  NDArray encodeVideo(Weights weights, Features features);

  /**
   * Points of the music's side.
   *
   * @return (batch, width), each of length 1
   */
  NDArray encodeMusic(Weights weights, Features features);
}
