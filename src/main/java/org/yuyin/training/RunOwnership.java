package org.yuyin.training;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.storage.InputException;

/**
 * The right to train a run, held from {@link #take} to {@link #close}. A session lock of PostgreSQL
 * keeps others away and is gone at once when the process is killed; the owner token refuses a
 * former owner that comes back from a lost connection; a heartbeat from a thread of its own shows
 * people that the run is alive.
 */
final class RunOwnership implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunOwnership.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final String LOCK = "SELECT pg_try_advisory_lock(hashtext('run'), $1::int) AS won";
  private static final String UNLOCK = "SELECT pg_advisory_unlock(hashtext('run'), $1::int)";

  private final RunRepository runs;
  private final long run;
  private final long token;
  private final SqlConnection session;
  private final ScheduledExecutorService heartbeat =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("run-heartbeat").factory());
  private volatile boolean stopAsked;

  private RunOwnership(RunRepository runs, long run, long token, SqlConnection session) {
    this.runs = runs;
    this.run = run;
    this.token = token;
    this.session = session;
    heartbeat.scheduleAtFixedRate(
        this::beat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Becomes the owner, or refuses because another process trains the run. */
  static RunOwnership take(RunRepository runs, long run, String device, String codeVersion) {
    var session = runs.pool().getConnection().await();
    try {
      var answer = session.preparedQuery(LOCK).execute(Tuple.of((int) run)).await();
      if (!answer.iterator().next().getBoolean("won")) {
        throw new InputException(
            "run %d is being trained by another process; wait for it, or use another --seed"
                .formatted(run));
      }
    } catch (Exception e) {
      session.close().await();
      throw e;
    }
    try {
      long token = runs.take(run, device, codeVersion).await();
      return new RunOwnership(runs, run, token, session);
    } catch (Exception e) {
      unlock(session, run);
      throw e;
    }
  }

  /** The session goes back to the pool, which would keep the lock. */
  private static void unlock(SqlConnection session, long run) {
    try {
      session.preparedQuery(UNLOCK).execute(Tuple.of((int) run)).await();
    } catch (Exception e) {
      LOG.debug("the session that held run {} is gone", run, e);
    } finally {
      session.close().await();
    }
  }

  private void beat() {
    try {
      stopAsked |= runs.heartbeat(run, token).await().equals("stopping");
    } catch (RunTakenOverException e) {
      stopAsked = true;
    } catch (Exception e) {
      LOG.warn("no heartbeat for run {}: {}", run, e.getMessage());
    }
  }

  /** Whether somebody asked for the run to stop, or it belongs to another process now. */
  boolean stopAsked() {
    return stopAsked;
  }

  void forgetEpochsAfter(int epoch) {
    runs.forgetEpochsAfter(run, token, epoch).await();
  }

  void record(EpochResult result) {
    runs.recordEpoch(run, token, result).await();
  }

  void end(String state, @Nullable String error) {
    runs.end(run, token, state, error).await();
  }

  @Override
  public void close() {
    heartbeat.shutdownNow();
    unlock(session, run);
  }
}
