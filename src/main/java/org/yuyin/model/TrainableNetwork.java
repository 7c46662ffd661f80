package org.yuyin.model;

/** A network that learns by following the gradient of a loss. */
public interface TrainableNetwork extends Network {
  /** The loss of a batch. */
  Losses losses(Weights weights, Batch batch, Step step);
}
