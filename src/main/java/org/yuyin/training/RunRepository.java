package org.yuyin.training;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes the {@code run} and {@code epoch} tables (migration V004). Whoever trains a run holds its
 * owner token; a write with an older token fails with {@link RunTakenOverException}. Reading is
 * {@link RunView}'s.
 */
public final class RunRepository {
  private static final String CREATE =
      """
      INSERT INTO run
        (dataset_id, method, settings, seed, series, fold, folds, shuffled, state, code_version)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', $9)
      RETURNING id
      """;

  private static final String UNFINISHED =
      """
      SELECT id FROM run
      WHERE dataset_id = $1 AND method = $2 AND settings = $3 AND seed = $4
        AND series IS NOT DISTINCT FROM $5 AND fold IS NOT DISTINCT FROM $6
        AND folds IS NOT DISTINCT FROM $7 AND shuffled = $8
        AND state NOT IN ('finished', 'failed')
      ORDER BY id DESC LIMIT 1
      """;

  private static final String FINISHED =
      """
      SELECT id FROM run
      WHERE dataset_id = $1 AND method = $2 AND settings = $3 AND seed = $4
        AND series IS NOT DISTINCT FROM $5 AND fold IS NOT DISTINCT FROM $6
        AND folds IS NOT DISTINCT FROM $7 AND shuffled = $8 AND state = 'finished'
      ORDER BY id DESC LIMIT 1
      """;

  private static final String OF_SERIES =
      """
      SELECT id, seed, fold, shuffled, state FROM run WHERE series = $1 AND state <> 'failed'
      ORDER BY id
      """;

  private static final String TAKE =
      """
      UPDATE run SET owner_token = owner_token + 1, state = 'running', heartbeat_at = now(),
        error = NULL, finished_at = NULL, device = $2, code_version = $3
      WHERE id = $1 RETURNING owner_token
      """;

  private static final String HEARTBEAT =
      """
      UPDATE run SET heartbeat_at = now() WHERE id = $1 AND owner_token = $2 RETURNING state
      """;

  private static final String FORGET_EPOCHS =
      """
      DELETE FROM epoch USING run
      WHERE epoch.run_id = run.id AND run.id = $1 AND run.owner_token = $2 AND epoch.epoch > $3
      """;

  // The lock on the run's row makes a take-over wait, so that no write slips in behind it.
  private static final String RECORD_EPOCH =
      """
      WITH owner AS (SELECT id FROM run WHERE id = $1 AND owner_token = $2 FOR UPDATE),
      marked AS (
        UPDATE run SET best_epoch = $3, best_loss = $5 FROM owner WHERE run.id = owner.id AND $8)
      INSERT INTO epoch (run_id, epoch, train_loss, evaluation_loss, parts, seconds)
      SELECT id, $3, $4, $5, $6, $7 FROM owner
      ON CONFLICT (run_id, epoch) DO UPDATE SET train_loss = excluded.train_loss,
        evaluation_loss = excluded.evaluation_loss, parts = excluded.parts,
        seconds = excluded.seconds
      RETURNING epoch
      """;

  private static final String END =
      """
      UPDATE run SET state = $3, error = $4, heartbeat_at = now(),
        finished_at = CASE WHEN $3 = 'cancelled' THEN NULL ELSE now() END
      WHERE id = $1 AND owner_token = $2 RETURNING id
      """;

  private static final String SEND_BACK =
      """
      UPDATE run SET state = 'queued' WHERE id = $1 AND state = 'cancelled' RETURNING id
      """;

  // Who trains a run holds its session lock, so a silent run whose lock is free is nobody's. One
  // whose job goes on will be taken by the next worker: it waits.
  private static final String MARK_LOST =
      """
      WITH silent AS MATERIALIZED (
        SELECT id, EXISTS (SELECT FROM job
          WHERE job.id = run.job_id AND job.state IN ('queued', 'running')) AS waits
        FROM run
        WHERE state IN ('running', 'stopping') AND heartbeat_at < now() - interval '15 seconds')
      UPDATE run SET state = CASE WHEN waits THEN 'queued' ELSE 'lost' END,
        finished_at = CASE WHEN waits THEN NULL ELSE now() END,
        error = CASE WHEN waits THEN NULL ELSE 'the process that trained it has ended' END
      FROM silent WHERE run.id = silent.id
        AND pg_try_advisory_xact_lock(hashtext('run'), run.id::int)
      RETURNING run.id
      """;

  private static final String ASK_TO_STOP =
      "UPDATE run SET state = 'stopping' WHERE id = $1 AND state = 'running' RETURNING id";

  private final Pool pool;

  /** Uses a pool whose database has been migrated. */
  public RunRepository(Pool pool) {
    this.pool = pool;
  }

  /** The connections it works with. */
  Pool pool() {
    return pool;
  }

  /** Adds a run that nobody trains yet. */
  public Future<Long> create(RunRequest request, String codeVersion) {
    return create(pool, request, codeVersion);
  }

  /** The same as part of the caller's transaction. */
  Future<Long> create(SqlClient client, RunRequest request, String codeVersion) {
    return client
        .preparedQuery(CREATE)
        .execute(identity(request).addString(codeVersion))
        .map(rows -> rows.iterator().next().getLong("id"));
  }

  /** The newest run of the same request that was begun and neither finished nor failed. */
  public Future<Optional<Long>> unfinished(RunRequest request) {
    return pool.preparedQuery(UNFINISHED)
        .execute(identity(request))
        .map(rows -> first(rows).map(row -> row.getLong("id")));
  }

  /** The newest finished run of the same request. */
  public Future<Optional<Long>> finished(RunRequest request) {
    return pool.preparedQuery(FINISHED)
        .execute(identity(request))
        .map(rows -> first(rows).map(row -> row.getLong("id")));
  }

  private static Tuple identity(RunRequest request) {
    var part = request.part();
    return Tuple.tuple()
        .addLong(request.datasetId())
        .addString(request.method())
        .addJsonObject(request.settings())
        .addLong(request.seed())
        .addString(part == null ? null : part.series())
        .addInteger(part == null ? null : part.fold())
        .addInteger(part == null ? null : part.folds())
        .addBoolean(request.shuffled());
  }

  /**
   * A run of a cross-validation.
   *
   * @param fold held out, from 0
   * @param finished whether it was trained and evaluated
   */
  public record SeriesRun(long id, long seed, int fold, boolean shuffled, boolean finished) {}

  /** The runs of a series that have not failed. */
  public Future<List<SeriesRun>> ofSeries(String series) {
    return pool.preparedQuery(OF_SERIES)
        .mapping(
            row ->
                new SeriesRun(
                    row.getLong("id"),
                    row.getLong("seed"),
                    row.getInteger("fold"),
                    row.getBoolean("shuffled"),
                    row.getString("state").equals("finished")))
        .execute(Tuple.of(series))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
  }

  /** Makes the caller the owner; gives the token to write with. */
  Future<Long> take(long run, String device, String codeVersion) {
    return pool.preparedQuery(TAKE)
        .execute(Tuple.of(run, device, codeVersion))
        .compose(rows -> required(rows, run))
        .map(row -> row.getLong("owner_token"));
  }

  /** A sign of life; gives the run's state, which others may have changed to stopping. */
  Future<String> heartbeat(long run, long token) {
    return pool.preparedQuery(HEARTBEAT)
        .execute(Tuple.of(run, token))
        .compose(rows -> required(rows, run))
        .map(row -> row.getString("state"));
  }

  /** Removes points of the curve that will be computed again. */
  Future<Void> forgetEpochsAfter(long run, long token, int epoch) {
    return pool.preparedQuery(FORGET_EPOCHS).execute(Tuple.of(run, token, epoch)).mapEmpty();
  }

  /** Keeps a point of the curve in place of an older one of the same epoch. */
  Future<Void> recordEpoch(long run, long token, EpochResult result) {
    var parts = new JsonObject();
    result.parts().forEach(parts::put);
    return pool.preparedQuery(RECORD_EPOCH)
        .execute(
            Tuple.of(run, token, result.epoch())
                .addDouble(result.trainLoss())
                .addDouble(result.evaluationLoss())
                .addJsonObject(parts)
                .addDouble(result.seconds())
                .addBoolean(result.best()))
        .compose(rows -> required(rows, run))
        .mapEmpty();
  }

  /**
   * Ends the owner's work.
   *
   * @param state finished, cancelled or failed
   * @param error why it failed
   */
  Future<Void> end(long run, long token, String state, @Nullable String error) {
    return pool.preparedQuery(END)
        .execute(Tuple.of(run, token, state).addString(error))
        .compose(rows -> required(rows, run))
        .mapEmpty();
  }

  /** Asks whoever trains the run to save it and stop; false when nobody does. */
  public Future<Boolean> askToStop(long run) {
    return pool.preparedQuery(ASK_TO_STOP).execute(Tuple.of(run)).map(rows -> rows.size() > 0);
  }

  /** A run that a closing worker gave back waits for the next one. */
  public Future<Void> sendBack(long run) {
    return pool.preparedQuery(SEND_BACK).execute(Tuple.of(run)).mapEmpty();
  }

  /**
   * Says of runs whose process has died that they are lost, or that they wait when a worker will go
   * on with them; gives how many there were.
   */
  public Future<Integer> markLost() {
    return pool.query(MARK_LOST).execute().map(RowSet::size);
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return rows.stream().findFirst();
  }

  private static Future<Row> required(RowSet<Row> rows, long run) {
    return first(rows)
        .map(Future::succeededFuture)
        .orElseGet(() -> Future.failedFuture(new RunTakenOverException(run)));
  }
}
