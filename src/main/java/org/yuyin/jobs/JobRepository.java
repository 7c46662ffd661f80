package org.yuyin.jobs;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The durable queue, kept in the {@code job} table (migrations V005, V006, V022). Every write of a
 * worker carries the attempt that it was given with the job and is refused once another has taken
 * over.
 */
public final class JobRepository {
  private static final String COLUMNS =
      """
      id, type, settings, state, priority, attempt, progress, result, error,
      queued_at, started_at, finished_at
      """;

  private static final String ENQUEUE =
      """
      INSERT INTO job (type, settings, priority, key) VALUES ($1, $2, $3, $4)
      ON CONFLICT (key) WHERE state IN ('queued', 'running', 'stopping') DO NOTHING
      RETURNING id
      """;

  private static final String LIVE_OF_KEY =
      "SELECT id FROM job WHERE key = $1 AND state IN ('queued', 'running', 'stopping')";

  private static final String ENQUEUE_UNLESS_WAITING =
      """
      INSERT INTO job (type, settings)
      SELECT $1, $2 WHERE NOT EXISTS (
        SELECT FROM job WHERE type = $1 AND settings = $2 AND state = 'queued')
      """;

  private static final String BY_ID = "SELECT " + COLUMNS + " FROM job WHERE id = $1";

  private static final String LATEST_OF_TYPE =
      "SELECT " + COLUMNS + " FROM job WHERE type = $1 ORDER BY id DESC LIMIT $2";

  private static final String BY_IDS =
      "SELECT " + COLUMNS + " FROM job WHERE id = ANY($1::bigint[])";

  private static final String BELOW =
      "SELECT "
          + COLUMNS
          + """
           FROM job WHERE ($1::bigint IS NULL OR id < $1) AND ($2::text IS NULL OR type = $2)
            AND ($3::text IS NULL OR state = $3)
          ORDER BY id DESC LIMIT $4
          """;

  private static final String LATEST_OF =
      "SELECT " + COLUMNS + " FROM job WHERE type = $1 AND settings = $2 ORDER BY id DESC LIMIT 1";

  // For a queued job the lease is the time before which it is not tried again. SKIP LOCKED lets
  // several workers poll without waiting for one another. Jobs of the dead go first: they may hold
  // a device.
  private static final String CLAIM =
      """
      UPDATE job SET state = 'running', attempt = attempt + 1,
        failures = failures + CASE state WHEN 'running' THEN 1 ELSE 0 END,
        lease_until = now() + $2 * interval '1 millisecond', device = $4,
        started_at = coalesce(started_at, now())
      WHERE id = (
        SELECT id FROM job
        WHERE type = ANY($1::text[])
          AND (state = 'queued' AND coalesce(lease_until, now()) <= now()
            OR state = 'running' AND lease_until < now() AND failures + 1 < $3)
          AND NOT EXISTS (SELECT FROM job other WHERE other.device = $4 AND other.id <> job.id
            AND other.state IN ('running', 'stopping'))
        ORDER BY state = 'running' DESC, priority DESC, queued_at, id
        LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, type, settings, attempt
      """;

  // Jobs whose worker died: asked to stop they are cancelled, otherwise lost when it is too often.
  private static final String GIVE_UP =
      """
      UPDATE job SET state = CASE state WHEN 'stopping' THEN 'cancelled' ELSE 'lost' END,
        error = CASE state WHEN 'stopping' THEN error
          ELSE format('its workers died %s times', failures + 1) END,
        failures = failures + 1, lease_until = NULL, finished_at = now()
      WHERE state IN ('running', 'stopping') AND lease_until < now()
        AND (state = 'stopping' OR failures + 1 >= $1)
      """;

  private static final String HEARTBEAT =
      """
      UPDATE job SET lease_until = now() + $3 * interval '1 millisecond',
        progress = coalesce($4, progress)
      WHERE id = $1 AND attempt = $2 AND state IN ('running', 'stopping')
      RETURNING state
      """;

  private static final String HOLD =
      """
      SELECT id FROM job WHERE id = $1 AND attempt = $2 AND state IN ('running', 'stopping')
      FOR UPDATE
      """;

  private static final String END =
      """
      UPDATE job SET state = $3, result = $4, error = $5, progress = coalesce($6, progress),
        lease_until = NULL, finished_at = now()
      WHERE id = $1 AND attempt = $2 AND state IN ('running', 'stopping')
      """;

  // An attempt that failed after somebody asked to stop is not repeated.
  private static final String FAIL =
      """
      UPDATE job SET error = $3, failures = failures + 1,
        state = CASE WHEN state = 'stopping' THEN 'cancelled'
          WHEN failures + 1 < $4 THEN 'queued' ELSE 'failed' END,
        lease_until = CASE WHEN state = 'running' AND failures + 1 < $4
          THEN now() + $5 * power(2, failures) * interval '1 millisecond' END,
        finished_at = CASE WHEN state = 'running' AND failures + 1 < $4 THEN NULL ELSE now() END
      WHERE id = $1 AND attempt = $2 AND state IN ('running', 'stopping')
      """;

  private static final String RELEASE =
      """
      UPDATE job SET state = CASE state WHEN 'stopping' THEN 'cancelled' ELSE 'queued' END,
        lease_until = NULL, finished_at = CASE state WHEN 'stopping' THEN now() END
      WHERE id = $1 AND attempt = $2 AND state IN ('running', 'stopping')
      """;

  private static final String AGAIN =
      """
      UPDATE job SET state = 'queued', failures = 0, error = NULL, lease_until = NULL,
        queued_at = now(), finished_at = NULL
      WHERE id = $1 AND state IN ('cancelled', 'failed', 'lost')
        AND NOT EXISTS (SELECT FROM job other WHERE other.key = job.key
          AND other.state IN ('queued', 'running', 'stopping'))
      """;

  private static final String TELL =
      """
      UPDATE job SET webhook = $2 WHERE id = $1 AND state IN ('queued', 'running', 'stopping')
      """;

  private static final String CANCEL =
      """
      UPDATE job SET state = CASE state WHEN 'queued' THEN 'cancelled' ELSE 'stopping' END,
        finished_at = CASE state WHEN 'queued' THEN now() END
      WHERE id = $1 AND state IN ('queued', 'running')
      RETURNING state
      """;

  private final Pool pool;

  /** Uses the pool; closing it stays the caller's business. */
  public JobRepository(Pool pool) {
    this.pool = pool;
  }

  /**
   * Queues a job as part of the caller's transaction, if it is in one.
   *
   * @return its number, or that of the job under way that has the same key
   */
  public Future<Long> enqueue(SqlClient client, JobOrder order) {
    return client
        .preparedQuery(ENQUEUE)
        .execute(
            Tuple.of(order.type(), order.settings(), order.priority(), order.key().orElse(null)))
        .compose(
            rows ->
                rows.size() > 0
                    ? Future.succeededFuture(rows.iterator().next().getLong("id"))
                    : underWay(client, order));
  }

  /** Queues a job by itself. */
  public Future<Long> enqueue(JobOrder order) {
    return enqueue(pool, order);
  }

  private Future<Long> underWay(SqlClient client, JobOrder order) {
    return client
        .preparedQuery(LIVE_OF_KEY)
        .execute(Tuple.of(order.key().orElseThrow()))
        .compose(
            rows ->
                rows.size() > 0
                    ? Future.succeededFuture(rows.iterator().next().getLong("id"))
                    : enqueue(client, order)); // it ended between the two looks
  }

  /** The same for work that need not be done twice: one such job that waits is enough. */
  public Future<Void> enqueueUnlessWaiting(SqlClient client, String type, JsonObject settings) {
    return client
        .preparedQuery(ENQUEUE_UNLESS_WAITING)
        .execute(Tuple.of(type, settings))
        .mapEmpty();
  }

  /** One job. */
  public Future<Optional<Job>> byId(long id) {
    return pool.preparedQuery(BY_ID)
        .mapping(JobRepository::job)
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().findFirst());
  }

  /** The job of a type that was queued last. */
  public Future<Optional<Job>> latest(String type) {
    return latest(type, 1).map(jobs -> jobs.stream().findFirst());
  }

  /** The latest jobs of a type, newest first. */
  public Future<List<Job>> latest(String type, int most) {
    return pool.preparedQuery(LATEST_OF_TYPE)
        .mapping(JobRepository::job)
        .execute(Tuple.of(type, most))
        .map(rows -> rows.stream().toList());
  }

  /** Those jobs that there are, in no order. */
  public Future<List<Job>> byIds(List<Long> ids) {
    return pool.preparedQuery(BY_IDS)
        .mapping(JobRepository::job)
        .execute(Tuple.of(ids.toArray(Long[]::new)))
        .map(rows -> rows.stream().toList());
  }

  /** The latest job of a type with just these settings. */
  public Future<Optional<Job>> latest(String type, JsonObject settings) {
    return pool.preparedQuery(LATEST_OF)
        .mapping(JobRepository::job)
        .execute(Tuple.of(type, settings))
        .map(rows -> rows.stream().findFirst());
  }

  /**
   * One page of a list, the newest first.
   *
   * @param below number that they lie below; empty begins with the newest
   * @param type of them; empty for all
   * @param state of them; empty for all
   */
  public Future<List<Job>> below(
      Optional<Long> below, Optional<String> type, Optional<JobState> state, int most) {
    var values =
        Tuple.of(
            below.orElse(null), type.orElse(null), state.map(JobState::key).orElse(null), most);
    return pool.preparedQuery(BELOW)
        .mapping(JobRepository::job)
        .execute(values)
        .map(rows -> rows.stream().toList());
  }

  /**
   * Asks a job to stop: a waiting one is cancelled at once, a running one when its work looks.
   *
   * @return false when it has ended or been asked already
   */
  public Future<Boolean> cancel(long id) {
    return pool.preparedQuery(CANCEL).execute(Tuple.of(id)).map(rows -> rows.size() > 0);
  }

  /**
   * Has an address told when a job ends; see {@link WebhookJob}.
   *
   * @return false when it has ended already
   */
  public Future<Boolean> tellAtEnd(long id, String url) {
    return pool.preparedQuery(TELL).execute(Tuple.of(id, url)).map(rows -> rows.rowCount() > 0);
  }

  /**
   * Queues a job once more that was cancelled, failed or lost; its failures are forgiven.
   *
   * @return false when it has not ended so, or another of its key is under way
   */
  public Future<Boolean> again(long id) {
    return pool.preparedQuery(AGAIN).execute(Tuple.of(id)).map(rows -> rows.rowCount() > 0);
  }

  /**
   * Takes the next job that waits or whose worker has died; empty when there is none, or when a job
   * computes on the device.
   *
   * @param device that the job is to have for itself; empty when it needs none
   */
  Future<Optional<ClaimedJob>> claim(
      String[] types, Duration lease, int mostFailures, Optional<String> device) {
    return pool.preparedQuery(CLAIM)
        .mapping(
            row ->
                new ClaimedJob(
                    row.getLong("id"),
                    row.getString("type"),
                    row.getJsonObject("settings"),
                    row.getInteger("attempt")))
        .execute(Tuple.of(types, lease.toMillis(), mostFailures, device.orElse(null)))
        .map(rows -> rows.stream().findFirst())
        .recover(
            failure ->
                takenInBetween(failure)
                    ? Future.succeededFuture(Optional.empty())
                    : Future.failedFuture(failure));
  }

  /** Another worker had the device a moment before. */
  private static boolean takenInBetween(Throwable failure) {
    return failure instanceof PgException problem && "job_device".equals(problem.getConstraint());
  }

  /** Ends jobs whose workers have died and that nobody will take over. */
  Future<Void> giveUpDead(int mostFailures) {
    return pool.preparedQuery(GIVE_UP).execute(Tuple.of(mostFailures)).mapEmpty();
  }

  /**
   * Says that the worker lives, and how far it is.
   *
   * @return whether somebody has asked the job to stop
   */
  Future<Boolean> heartbeat(ClaimedJob job, Duration lease, Optional<JobProgress> progress) {
    return pool.preparedQuery(HEARTBEAT)
        .execute(
            Tuple.of(
                job.id(),
                job.attempt(),
                lease.toMillis(),
                progress.map(JobProgress::toJson).orElse(null)))
        .map(
            rows -> {
              refuseStale(job, rows);
              return rows.iterator().next().getString("state").equals(JobState.STOPPING.key());
            });
  }

  /**
   * Runs writes in a transaction that holds the job: they are refused, all of them, once another
   * attempt has taken over.
   */
  <T> Future<T> holding(ClaimedJob job, Function<SqlConnection, Future<T>> writes) {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(HOLD)
                .execute(Tuple.of(job.id(), job.attempt()))
                .compose(
                    rows -> {
                      refuseStale(job, rows);
                      return writes.apply(connection);
                    }));
  }

  Future<Void> finish(ClaimedJob job, JsonObject result, Optional<JobProgress> progress) {
    return end(job, JobState.FINISHED, result, null, progress);
  }

  Future<Void> cancelled(ClaimedJob job, Optional<JobProgress> progress) {
    return end(job, JobState.CANCELLED, null, null, progress);
  }

  /** For input that is wrong: no other attempt follows. */
  Future<Void> refuse(ClaimedJob job, String error, Optional<JobProgress> progress) {
    return end(job, JobState.FAILED, null, error, progress);
  }

  /** Queues it again, later after each failure, or gives it up. */
  Future<Void> fail(ClaimedJob job, String error, RetryPolicy retries) {
    return write(
        job,
        FAIL,
        Tuple.of(
            job.id(),
            job.attempt(),
            error,
            retries.mostFailures(),
            (double) retries.backoff().toMillis()));
  }

  /** Gives a job back that this worker has no time for any more; no failure is counted. */
  Future<Void> release(ClaimedJob job) {
    return write(job, RELEASE, Tuple.of(job.id(), job.attempt()));
  }

  private Future<Void> end(
      ClaimedJob job,
      JobState state,
      @Nullable JsonObject result,
      @Nullable String error,
      Optional<JobProgress> progress) {
    var values =
        Tuple.tuple()
            .addLong(job.id())
            .addInteger(job.attempt())
            .addString(state.key())
            .addValue(result)
            .addString(error)
            .addValue(progress.map(JobProgress::toJson).orElse(null));
    return write(job, END, values);
  }

  private Future<Void> write(ClaimedJob job, String sql, Tuple values) {
    return pool.preparedQuery(sql)
        .execute(values)
        .map(
            rows -> {
              if (rows.rowCount() == 0) {
                throw new StaleAttemptException(job);
              }
              return null;
            });
  }

  private static void refuseStale(ClaimedJob job, RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw new StaleAttemptException(job);
    }
  }

  private static Job job(Row row) {
    return new Job(
        row.getLong("id"),
        row.getString("type"),
        row.getJsonObject("settings"),
        JobState.of(row.getString("state")),
        row.getInteger("priority"),
        row.getInteger("attempt"),
        Optional.ofNullable(row.getJsonObject("progress")).map(JobProgress::of),
        Optional.ofNullable(row.getJsonObject("result")),
        Optional.ofNullable(row.getString("error")),
        row.getOffsetDateTime("queued_at").toInstant(),
        instant(row.getOffsetDateTime("started_at")),
        instant(row.getOffsetDateTime("finished_at")));
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }
}
