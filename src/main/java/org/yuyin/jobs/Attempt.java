package org.yuyin.jobs;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.storage.DatabaseProblems;
import org.yuyin.storage.InputException;

/** Runs the work of a claimed job once and records how it ended. */
final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

  private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

  private final JobContext context;
  private final JobType type;
  private final JobRepository jobs;
  private final JobSettings settings;

  Attempt(JobContext context, JobType type, JobRepository jobs, JobSettings settings) {
    this.context = context;
    this.type = type;
    this.jobs = jobs;
    this.settings = settings;
  }

  /**
   * @throws StaleAttemptException when another worker has the job by now
   */
  void run() {
    var job = context.job();
    context.note("began on " + Machine.NAME);
    try {
      var result = type.run(context);
      jobs.finish(job, result, context.progress()).await();
    } catch (StaleAttemptException e) {
      throw e;
    } catch (JobStoppedException e) {
      stopped(job);
    } catch (InputException e) {
      context.note("refused: " + e.getMessage());
      jobs.refuse(job, String.valueOf(e.getMessage()), context.progress()).await();
    } catch (Throwable e) {
      if (DatabaseProblems.explain(e).isPresent()) {
        giveBack(job);
      } else {
        failed(job, e);
      }
    }
  }

  /** What fails because the database is away is not the job's failure: none is counted. */
  private void giveBack(ClaimedJob job) {
    long end = System.nanoTime() + settings.lease().toNanos();
    LOG.warn("job {} ({}) is given back: the database is away", job.id(), job.type());
    while (true) {
      try {
        jobs.release(job).await();
        context.note("given back: the database was away");
        return;
      } catch (StaleAttemptException e) {
        throw e;
      } catch (Exception e) { // waiting for the database also throws checked ones
        if (System.nanoTime() > end || context.closing()) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(ASK_AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the database was away", e);
    }
  }

  private void stopped(ClaimedJob job) {
    switch (context.stopReason()) {
      case CANCELLED -> {
        context.note("cancelled");
        jobs.cancelled(job, context.progress()).await();
      }
      case CLOSING -> {
        context.note("given back: the worker ends");
        jobs.release(job).await();
      }
      case NONE, TAKEN_OVER -> throw new StaleAttemptException(job);
    }
  }

  // An OutOfMemoryError of one job must not end the worker's thread.
  private void failed(ClaimedJob job, Throwable problem) {
    if (problem instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    LOG.warn("attempt {} of job {} ({}) failed", job.attempt(), job.id(), job.type(), problem);
    var error = problem.getMessage() == null ? problem.toString() : problem.getMessage();
    context.note("failed: " + error);
    jobs.fail(job, error, type.retries().orElse(settings.retries())).await();
  }
}
