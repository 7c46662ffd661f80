package org.yuyin.training;

/** Watches a training. Called on the thread that trains. */
public interface TrainingListener {
  /** Before the first step, also of a resumed run. */
  default void started(Course course, int epochsDone) {}

  /** After every batch. */
  default void batchDone(int epoch, int batch, int batches) {}

  /** After every epoch. */
  default void epochDone(EpochResult result) {}
}
