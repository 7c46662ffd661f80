package org.yuyin.jobs;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the work of one attempt sees of its job. Safe for several threads. */
public final class JobContext {
  private static final Logger LOG = LoggerFactory.getLogger(JobContext.class);

  private final ClaimedJob job;
  private final JobRepository jobs;
  private final JobLines lines;
  private volatile StopReason stop = StopReason.NONE;
  private volatile Runnable onStop = () -> {};
  private volatile Optional<JobProgress> progress = Optional.empty();

  JobContext(ClaimedJob job, JobRepository jobs, JobLines lines) {
    this.job = job;
    this.jobs = jobs;
    this.lines = lines;
  }

  /** Why the work should end early. */
  enum StopReason {
    NONE,
    /** Somebody asked for it. */
    CANCELLED,
    /** The worker ends; another will run the job again. */
    CLOSING,
    /** Another worker has the job. */
    TAKEN_OVER
  }

  /** Number of the job. */
  public long id() {
    return job.id();
  }

  /** Which attempt this is, from 1. */
  public int attempt() {
    return job.attempt();
  }

  /** What the job was queued with. */
  public JsonObject settings() {
    return job.settings();
  }

  /** Whether the work should end soon; {@link #checkStop} is the usual way to look. */
  public boolean stopRequested() {
    return stop != StopReason.NONE;
  }

  /** Whether the worker ends, so that the job waits for another one. */
  public boolean closing() {
    return stop == StopReason.CLOSING;
  }

  /**
   * Ends the work when it should end.
   *
   * @throws JobStoppedException then; let it pass through after tidying up
   */
  public void checkStop() {
    if (stopRequested()) {
      throw new JobStoppedException(job.id());
    }
  }

  /**
   * Does a piece of work that cannot look for itself whether it should end: it is told.
   *
   * @param told run on another thread when the work should end, such as {@code thread::interrupt};
   *     the work then ends in whatever way
   * @throws JobStoppedException when it was told
   */
  public <T> T telling(Runnable told, Callable<T> work) throws Exception {
    onStop = told;
    try {
      checkStop();
      var result = work.call();
      checkStop();
      return result;
    } catch (Exception e) {
      checkStop();
      throw e;
    } finally {
      onStop = () -> {};
      Thread.interrupted(); // what comes now records the end and must not be broken off
    }
  }

  /** Tells how far the work is; stored with the next heartbeat, so call it as often as you like. */
  public void progress(long done, long total, String doing) {
    progress = Optional.of(new JobProgress(done, total, doing));
  }

  /** Keeps a line about what happened, for whoever wants to know later. Does not wait. */
  public void note(String line) {
    lines
        .add(job, line)
        .onFailure(failure -> LOG.debug("job {}: \"{}\" is not kept", job.id(), line, failure));
  }

  /**
   * Runs writes in one transaction that fails with {@link StaleAttemptException}, and writes
   * nothing, once another attempt has taken over.
   */
  public <T> Future<T> write(Function<SqlConnection, Future<T>> writes) {
    return jobs.holding(job, writes);
  }

  ClaimedJob job() {
    return job;
  }

  Optional<JobProgress> progress() {
    return progress;
  }

  StopReason stopReason() {
    return stop;
  }

  /** The first reason stays, but a job that was taken over is nobody's to write to. */
  synchronized void stop(StopReason reason) {
    if (stop == StopReason.NONE || reason == StopReason.TAKEN_OVER) {
      stop = reason;
      onStop.run();
    }
  }
}
