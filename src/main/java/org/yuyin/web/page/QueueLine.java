package org.yuyin.web.page;

import java.util.Optional;
import org.yuyin.jobs.JobProgress;
import org.yuyin.training.RunCard;

/**
 * A run that waits or works.
 *
 * @param run the run
 * @param progress epochs of its training, once its job has told
 */
public record QueueLine(RunCard run, Optional<JobProgress> progress) {
  /** Epochs done so far. */
  public long done() {
    return progress.map(JobProgress::done).orElse((long) run.epochs());
  }

  /** Epochs at most; 0 when nobody knows yet. */
  public long total() {
    return progress.map(JobProgress::total).orElse(0L);
  }

  /** At most so many seconds are left: training may end sooner when nothing improves. */
  public Optional<Double> secondsLeft() {
    return run.epochs() == 0 || total() <= done()
        ? Optional.empty()
        : Optional.of(run.learningSeconds() / run.epochs() * (total() - done()));
  }

  /** The same in a list of runs. */
  public RunLine line() {
    return new RunLine(run, Optional.empty(), false);
  }
}
