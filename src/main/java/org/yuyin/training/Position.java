package org.yuyin.training;

import org.jspecify.annotations.Nullable;

/**
 * How far a run has come.
 *
 * @param epoch being worked on, from 1
 * @param batches of that epoch that are done
 * @param sums of those batches
 * @param seconds spent on that epoch
 * @param best so far, none before the first epoch has ended
 */
public record Position(
    int epoch, int batches, LossSums sums, double seconds, @Nullable BestEpoch best) {
  static Position start() {
    return new Position(1, 0, LossSums.none(), 0, null);
  }

  Position afterBatch(LossSums now, double secondsOfBatch) {
    return new Position(epoch, batches + 1, now, seconds + secondsOfBatch, best);
  }

  Position afterEpoch(@Nullable BestEpoch bestNow) {
    return new Position(epoch + 1, 0, LossSums.none(), 0, bestNow);
  }

  int bestEpoch() {
    return best == null ? 0 : best.epoch();
  }
}
