package org.yuyin.training;

import org.yuyin.model.Schedule;

/**
 * A schedule worked out for a number of training pairs.
 *
 * @param batch pairs in a batch, at most
 * @param batches batches in an epoch, all of nearly the same size
 * @param epochs after which training ends at the latest
 * @param patience epochs without a lower evaluation loss after which it ends; 0 for never
 * @param reason why so, in words for the user
 */
public record Course(int batch, int batches, int epochs, int patience, String reason) {
  private static final int LARGEST_BATCH = 1024;
  private static final int SMALLEST_BATCH = 32;
  private static final int BATCHES_WANTED = 8;
  private static final int PAPER_EPOCHS = 30;
  // 30 epochs of 95,607 pairs in batches of 1,024.
  private static final int PAPER_STEPS = 2_800;

  /**
   * Takes what the schedule leaves open from the paper where the data are large enough for it:
   * batches of 1,024 for 30 epochs. On small data that would be a handful of steps, so batches
   * shrink and epochs go on while the evaluation loss still falls.
   */
  public static Course of(Schedule schedule, int pairs) {
    int batch = schedule.batch() > 0 ? schedule.batch() : fittedBatch(pairs);
    int batches = (pairs + batch - 1) / batch;
    if (schedule.epochs() > 0) {
      return new Course(batch, batches, schedule.epochs(), 0, "as many epochs as asked for");
    }
    if (PAPER_EPOCHS * batches >= PAPER_STEPS) {
      return new Course(batch, batches, PAPER_EPOCHS, 0, "as in the paper");
    }
    int bound = (PAPER_STEPS + batches - 1) / batches;
    return new Course(
        batch,
        batches,
        bound,
        schedule.patience(),
        "fitted to %,d pairs: until the evaluation loss has not fallen for %d epochs, %d at most"
            .formatted(pairs, schedule.patience(), bound));
  }

  private static int fittedBatch(int pairs) {
    return Math.clamp(pairs / BATCHES_WANTED, SMALLEST_BATCH, LARGEST_BATCH);
  }

  /** Whether nothing is left to do after so many epochs. */
  boolean over(int epochsDone, int bestEpoch) {
    return epochsDone >= epochs || (patience > 0 && epochsDone - bestEpoch >= patience);
  }

  /** One line for the user. */
  @Override
  public String toString() {
    return "batches of %d, %d an epoch; %s".formatted(batch, batches, reason);
  }
}
