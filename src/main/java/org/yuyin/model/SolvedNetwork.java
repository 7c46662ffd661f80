package org.yuyin.model;

import java.util.List;
import java.util.function.Consumer;

/**
 * A network some of whose weights have a closed form given those that gradients move, such as a
 * linear layer on top that is best for the training pairs. They are kept weights, solved anew after
 * every epoch, before the model is measured.
 */
public interface SolvedNetwork extends TrainableNetwork {
  /** The training pairs batch by batch; each batch is gone when the next comes. */
  @FunctionalInterface
  interface TrainingPairs {
    /** Passes all batches, in order. */
    void forEach(Consumer<Batch> use);
  }

  /** The values of the solved weights. */
  List<WeightValues> solve(Weights weights, TrainingPairs pairs);
}
