package org.yuyin.training;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What people look at of runs: cards and learning curves. Reads only. */
public final class RunView {
  private static final String CARD =
      """
      SELECT run.id, dataset.name AS dataset, dataset.version AS dataset_version,
        dataset.synthetic, run.method, run.settings, run.seed, run.fold, run.folds, run.shuffled,
        run.state, run.device, run.code_version, run.best_epoch, run.best_loss, run.error,
        run.heartbeat_at, run.created_at, run.finished_at, run.job_id,
        curve.epochs, curve.learning_seconds
      FROM run JOIN dataset ON dataset.id = run.dataset_id
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS epochs, coalesce(sum(seconds), 0) AS learning_seconds
        FROM epoch WHERE epoch.run_id = run.id) AS curve
      """;

  private static final String NEWEST = CARD + "ORDER BY run.id DESC LIMIT $1 OFFSET $2";

  private static final String BELOW =
      CARD + "WHERE ($1::bigint IS NULL OR run.id < $1) ORDER BY run.id DESC LIMIT $2";

  private static final String ONE = CARD + "WHERE run.id = $1";

  private static final String CHOSEN = CARD + "WHERE run.id = ANY ($1) ORDER BY run.id";

  private static final String LIVE =
      CARD + "WHERE run.state IN ('queued', 'running', 'stopping') ORDER BY run.id DESC LIMIT 20";

  private static final String COUNT = "SELECT count(*) AS runs FROM run";

  private static final String BY_DATASET =
      "SELECT dataset_id, count(*) AS runs FROM run GROUP BY dataset_id";

  private static final String CURVE =
      """
      SELECT epoch, train_loss, evaluation_loss, parts, seconds FROM epoch
      WHERE run_id = $1 AND epoch > $2 ORDER BY epoch
      """;

  private static final String WITH_MODEL =
      CARD + "WHERE run.state = 'finished' AND run.fold IS NULL ORDER BY run.id DESC LIMIT 200";

  private static final String CURVES =
      """
      SELECT run_id, epoch, train_loss, evaluation_loss, parts, seconds FROM epoch
      WHERE run_id = ANY ($1) ORDER BY run_id, epoch
      """;

  private static final String STATE = "SELECT state FROM run WHERE id = $1";

  private final Pool pool;

  /** Reads through that pool. */
  public RunView(Pool pool) {
    this.pool = pool;
  }

  /**
   * One page of a list, the newest first.
   *
   * @param most runs on the page
   * @param after how many to skip
   */
  public Future<List<RunCard>> newest(int most, int after) {
    return cards(NEWEST, Tuple.of(most, after));
  }

  /**
   * One page of a list, the newest first.
   *
   * @param below number that the runs lie below; empty begins with the newest
   */
  public Future<List<RunCard>> below(Optional<Long> below, int most) {
    return cards(BELOW, Tuple.of(below.orElse(null), most));
  }

  /** Runs that wait or work, the newest first, at most 20. */
  public Future<List<RunCard>> live() {
    return cards(LIVE, Tuple.tuple());
  }

  /** Runs that have a trained model, the newest first, at most 200. */
  public Future<List<RunCard>> withModel() {
    return cards(WITH_MODEL, Tuple.tuple());
  }

  /** One run. */
  public Future<Optional<RunCard>> run(long id) {
    return cards(ONE, Tuple.of(id)).map(found -> found.stream().findFirst());
  }

  /** Several runs; those that do not exist are missing. */
  public Future<List<RunCard>> runs(Collection<Long> ids) {
    return cards(CHOSEN, Tuple.of(ids.toArray(Long[]::new)));
  }

  /** How many runs there are. */
  public Future<Long> count() {
    return pool.query(COUNT).execute().map(rows -> rows.iterator().next().getLong("runs"));
  }

  /** How many runs learned from each dataset, by its number; none is left out. */
  public Future<Map<Long, Long>> countByDataset() {
    return pool.query(BY_DATASET)
        .execute()
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.toMap(
                            row -> row.getLong("dataset_id"), row -> row.getLong("runs"))));
  }

  /** The state of a run; empty when there is no such run. */
  public Future<Optional<String>> state(long id) {
    return pool.preparedQuery(STATE)
        .mapping(row -> row.getString("state"))
        .execute(Tuple.of(id))
        .map(rows -> list(rows).stream().findFirst());
  }

  /** Its learning curve behind an epoch; 0 gives all of it. */
  public Future<List<CurvePoint>> curve(long id, int afterEpoch) {
    return pool.preparedQuery(CURVE)
        .mapping(RunView::point)
        .execute(Tuple.of(id, afterEpoch))
        .map(RunView::list);
  }

  /** The learning curves of several runs, by run. */
  public Future<Map<Long, List<CurvePoint>>> curves(Collection<Long> ids) {
    return pool.preparedQuery(CURVES)
        .execute(Tuple.of(ids.toArray(Long[]::new)))
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.groupingBy(
                            row -> row.getLong("run_id"),
                            Collectors.mapping(RunView::point, Collectors.toList()))));
  }

  private Future<List<RunCard>> cards(String query, Tuple values) {
    return pool.preparedQuery(query).mapping(RunView::card).execute(values).map(RunView::list);
  }

  private static CurvePoint point(Row row) {
    return new CurvePoint(
        row.getInteger("epoch"),
        row.getDouble("train_loss"),
        row.getDouble("evaluation_loss"),
        row.get(JsonObject.class, "parts"),
        row.getDouble("seconds"));
  }

  private static RunCard card(Row row) {
    return new RunCard(
        row.getLong("id"),
        row.getString("dataset"),
        row.getInteger("dataset_version"),
        row.getBoolean("synthetic"),
        row.getString("method"),
        row.get(JsonObject.class, "settings"),
        row.getLong("seed"),
        Optional.ofNullable(row.getInteger("fold")),
        Optional.ofNullable(row.getInteger("folds")),
        row.getBoolean("shuffled"),
        row.getString("state"),
        Optional.ofNullable(row.getString("device")),
        row.getString("code_version"),
        Optional.ofNullable(row.getInteger("best_epoch")),
        Optional.ofNullable(row.getDouble("best_loss")),
        Optional.ofNullable(row.getString("error")),
        instant(row.getOffsetDateTime("heartbeat_at")),
        row.getOffsetDateTime("created_at").toInstant(),
        instant(row.getOffsetDateTime("finished_at")),
        row.getInteger("epochs"),
        row.getDouble("learning_seconds"),
        Optional.ofNullable(row.getLong("job_id")));
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }

  private static <T> List<T> list(Iterable<T> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }
}
