package org.yuyin.retrieval;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.yuyin.catalogue.UploadedTracks;
import org.yuyin.storage.InputException;

/**
 * Which run's model recommends, kept in the {@code serving} table (migration V004): the newest row
 * counts, older rows are the way back.
 */
public final class ServingRepository {
  private static final String CURRENT =
      "SELECT run_id, since FROM serving ORDER BY id DESC LIMIT 1";

  private static final String BEFORE =
      """
      SELECT run_id FROM serving
      WHERE run_id <> (SELECT run_id FROM serving ORDER BY id DESC LIMIT 1)
      ORDER BY id DESC LIMIT 1
      """;

  // Only a finished run has a model that was trained to its end; those of a cross-validation keep
  // none.
  private static final String PUT =
      """
      INSERT INTO serving (run_id)
      SELECT id FROM run WHERE id = $1 AND state = 'finished' AND fold IS NULL
      RETURNING run_id, since
      """;

  private static final String WHY_NOT = "SELECT state, fold FROM run WHERE id = $1";

  // Runs of different datasets cannot be compared; those of one are, by what chose their
  // checkpoints.
  private static final String BEST_FINISHED =
      """
      SELECT run.id FROM run
      LEFT JOIN evaluation ON evaluation.run_id = run.id AND evaluation.split = 'evaluation'
        AND evaluation.direction = 'video-to-music'
      WHERE run.state = 'finished' AND NOT run.shuffled AND run.fold IS NULL
        AND run.dataset_id = (SELECT dataset_id FROM run
          WHERE state = 'finished' AND NOT shuffled AND fold IS NULL ORDER BY id DESC LIMIT 1)
      ORDER BY (evaluation.metrics #>> '{recall@10,value}')::float8 DESC NULLS LAST, run.id DESC
      LIMIT 1
      """;

  private final Pool pool;
  private final UploadedTracks uploads;

  /** Uses a pool whose database has been migrated. */
  public ServingRepository(Pool pool) {
    this.pool = pool;
    this.uploads = new UploadedTracks(pool);
  }

  /**
   * The run in service.
   *
   * @param runId whose model recommends
   * @param since when it was put into service
   */
  public record Serving(long runId, Instant since) {}

  /** Empty when nothing was ever put into service. */
  public Future<Optional<Serving>> current() {
    return pool.query(CURRENT)
        .mapping(ServingRepository::serving)
        .execute()
        .map(rows -> rows.stream().findFirst());
  }

  /**
   * The run to ask when nobody names one: the one in service; when none was ever put into service,
   * the best finished run of the dataset that was trained on last.
   */
  public Future<Optional<Long>> recommending() {
    return current()
        .compose(
            now ->
                now.isPresent() ? Future.succeededFuture(now.map(Serving::runId)) : bestFinished());
  }

  /** The run that was in service before the present one: the way back. */
  public Future<Optional<Long>> before() {
    return pool.query(BEFORE)
        .execute()
        .map(rows -> rows.stream().findFirst().map(row -> row.getLong("run_id")));
  }

  /**
   * Of the finished runs on the dataset that was trained on last, the one of the highest Recall@10
   * on the evaluation split; the newest where none was evaluated on it. Neither controls nor parts
   * of a cross-validation count.
   */
  Future<Optional<Long>> bestFinished() {
    return pool.query(BEST_FINISHED)
        .execute()
        .map(rows -> rows.stream().findFirst().map(row -> row.getLong("id")));
  }

  /**
   * Puts a run into service; one that is not there, not finished, or without a model of its own is
   * refused with an {@link InputException}. Uploaded music is described for it by a job.
   */
  public Future<Serving> put(long runId) {
    return pool.preparedQuery(PUT)
        .mapping(ServingRepository::serving)
        .execute(Tuple.of(runId))
        .compose(
            rows ->
                rows.stream().findFirst().map(this::describeMusic).orElseGet(() -> refuse(runId)));
  }

  private Future<Serving> describeMusic(Serving now) {
    return uploads.askForDescription().map(now);
  }

  private Future<Serving> refuse(long runId) {
    return pool.preparedQuery(WHY_NOT)
        .execute(Tuple.of(runId))
        .compose(
            rows ->
                Future.failedFuture(
                    new InputException(
                        rows.stream()
                            .findFirst()
                            .map(row -> whyNot(runId, row))
                            .orElse("there is no run %d; see: runs list".formatted(runId)))));
  }

  private static String whyNot(long runId, Row run) {
    return run.getInteger("fold") == null
        ? "run %d cannot serve: it is %s, and only a run that is finished can"
            .formatted(runId, run.getString("state"))
        : "run %d cannot serve: it was one of a cross-validation, which keep their numbers only"
            .formatted(runId);
  }

  private static Serving serving(Row row) {
    return new Serving(row.getLong("run_id"), row.getOffsetDateTime("since").toInstant());
  }
}
