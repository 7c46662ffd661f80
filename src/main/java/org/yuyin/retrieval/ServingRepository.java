package org.yuyin.retrieval;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.yuyin.storage.InputException;

/**
 * Which run's model recommends, kept in the {@code serving} table (migration V004): the newest row
 * counts, older rows are the way back.
 */
public final class ServingRepository {
  private static final String CURRENT =
      "SELECT run_id, since FROM serving ORDER BY id DESC LIMIT 1";

  // Only a finished run has a model that was trained to its end.
  private static final String PUT =
      """
      INSERT INTO serving (run_id) SELECT id FROM run WHERE id = $1 AND state = 'finished'
      RETURNING run_id, since
      """;

  private final Pool pool;

  /** Uses a pool whose database has been migrated. */
  public ServingRepository(Pool pool) {
    this.pool = pool;
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
   * Puts a run into service; one that is not finished is refused with an {@link InputException}.
   */
  public Future<Serving> put(long runId) {
    return pool.preparedQuery(PUT)
        .mapping(ServingRepository::serving)
        .execute(Tuple.of(runId))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new InputException(
                                "run %d cannot serve: only a run that is finished can"
                                    .formatted(runId))));
  }

  private static Serving serving(Row row) {
    return new Serving(row.getLong("run_id"), row.getOffsetDateTime("since").toInstant());
  }
}
