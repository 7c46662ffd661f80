package org.yuyin.training;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;
import org.yuyin.jobs.JobOrder;
import org.yuyin.jobs.JobRepository;
import org.yuyin.storage.InputException;

/** Runs that workers train: a run and the job that trains it are always queued together. */
public final class TrainingQueue {
  /** Name of the job type. */
  public static final String JOB_TYPE = "train";

  /** Setting of the job: the run's number. */
  public static final String RUN = "run";

  private static final String LINK =
      """
      UPDATE run SET job_id = $2, state = 'queued', error = NULL, finished_at = NULL WHERE id = $1
      """;

  private static final String HOLD = "SELECT state, fold, job_id FROM run WHERE id = $1 FOR UPDATE";

  private static final String CANCEL_WAITING =
      "UPDATE run SET state = 'cancelled' WHERE id = $1 AND state = 'queued'";

  private final Pool pool;
  private final RunRepository runs;
  private final JobRepository jobs;
  private final String codeVersion;

  /**
   * Uses a pool whose database has been migrated.
   *
   * @param codeVersion of this program, kept with every run
   */
  public TrainingQueue(Pool pool, String codeVersion) {
    this.pool = pool;
    this.runs = new RunRepository(pool);
    this.jobs = new JobRepository(pool);
    this.codeVersion = codeVersion;
  }

  /** Queues a new run; gives its number. */
  public Future<Long> submit(RunRequest request) {
    return pool.withTransaction(
        connection ->
            runs.create(connection, request, codeVersion)
                .compose(run -> enqueue(connection, run).map(run)));
  }

  /**
   * Queues a run that ended early, so that it goes on from its last checkpoint. One that cannot go
   * on is refused with an {@link InputException}.
   */
  public Future<Void> resume(long run) {
    return pool.withTransaction(
        connection ->
            held(connection, run)
                .compose(
                    row -> {
                      refuseUnlessResumable(run, row);
                      return enqueue(connection, run);
                    }));
  }

  /**
   * Stops a run: a waiting one at once, a running one after its batch. What it has learned is kept.
   * One that has ended already is refused with an {@link InputException}.
   */
  public Future<Void> stop(long run) {
    return pool.withTransaction(
            connection -> held(connection, run).compose(row -> stop(run, row, connection)))
        .compose(row -> cancelJob(row.getLong("job_id")))
        .compose(done -> runs.askToStop(run))
        .mapEmpty();
  }

  private static Future<Row> stop(long run, Row row, SqlConnection connection) {
    var state = row.getString("state");
    if (!state.equals("queued") && !state.equals("running") && !state.equals("stopping")) {
      throw new InputException("run %d is %s already".formatted(run, state));
    }
    return connection.preparedQuery(CANCEL_WAITING).execute(Tuple.of(run)).map(row);
  }

  private Future<Boolean> cancelJob(@Nullable Long job) {
    return job == null ? Future.succeededFuture(false) : jobs.cancel(job);
  }

  private Future<Void> enqueue(SqlConnection connection, long run) {
    return jobs.enqueue(connection, JobOrder.of(JOB_TYPE, JsonObject.of(RUN, run)))
        .compose(job -> connection.preparedQuery(LINK).execute(Tuple.of(run, job)))
        .mapEmpty();
  }

  private static Future<Row> held(SqlConnection connection, long run) {
    return connection
        .preparedQuery(HOLD)
        .execute(Tuple.of(run))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .orElseThrow(() -> new InputException("there is no run " + run)));
  }

  private static void refuseUnlessResumable(long run, Row row) {
    var state = row.getString("state");
    if (row.getInteger("fold") != null) {
      throw new InputException(
          "run %d belongs to a cross-validation; give that command again".formatted(run));
    }
    if (!state.equals("cancelled") && !state.equals("lost") && !state.equals("failed")) {
      throw new InputException("run %d is %s; there is nothing to resume".formatted(run, state));
    }
  }
}
