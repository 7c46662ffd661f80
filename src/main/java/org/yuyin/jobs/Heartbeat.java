package org.yuyin.jobs;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.jobs.JobContext.StopReason;

/** Extends the lease of one running job, stores its progress, and hears whether it should stop. */
final class Heartbeat implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final JobContext context;
  private final JobRepository jobs;
  private final Duration lease;
  private volatile long heldUntil;

  Heartbeat(JobContext context, JobRepository jobs, Duration lease) {
    this.context = context;
    this.jobs = jobs;
    this.lease = lease;
    this.heldUntil = System.nanoTime() + lease.toNanos();
  }

  /** Never throws: the schedule would end. */
  @Override
  public void run() {
    long sentAt = System.nanoTime();
    jobs.heartbeat(context.job(), lease, context.progress())
        .onSuccess(
            stop -> {
              heldUntil = sentAt + lease.toNanos();
              if (stop) {
                context.stop(StopReason.CANCELLED);
              }
            })
        .onFailure(
            problem -> {
              if (problem instanceof StaleAttemptException || System.nanoTime() > heldUntil) {
                context.stop(StopReason.TAKEN_OVER); // or soon will be
              }
              LOG.debug("heartbeat of job {}: {}", context.id(), problem.getMessage());
            });
  }
}
