package org.yuyin.jobs;

/** A worker writes for a job that another has taken over, or that has ended. */
public final class StaleAttemptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StaleAttemptException(ClaimedJob job) {
    super("job %d is no longer in the hands of attempt %d".formatted(job.id(), job.attempt()));
  }
}
