package org.yuyin.web;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Whether everything is there that this process needs to answer and to work. */
public final class Readiness {
  private static final long LONGEST_SECONDS = 5;

  private static final String HAS_SCHEMA =
      """
      SELECT FROM flyway_schema_history WHERE version = $1 AND success
      """;

  private final Pool pool;
  private final String schema;
  private final BooleanSupplier workers;

  /**
   * Looks at that database.
   *
   * @param schema version that the tables must have
   * @param workers whether those of this process look for jobs
   */
  public Readiness(Pool pool, String schema, BooleanSupplier workers) {
    this.pool = pool;
    this.schema = schema;
    this.workers = workers;
  }

  /** What does not work, a sentence each; nothing when all does. */
  public Future<List<String>> problems() {
    return pool.preparedQuery(HAS_SCHEMA)
        .execute(Tuple.of(schema))
        .timeout(LONGEST_SECONDS, TimeUnit.SECONDS)
        .map(
            rows ->
                rows.size() > 0
                    ? List.<String>of()
                    : List.of("The tables are not of version %s.".formatted(schema)))
        .otherwise(List.of("The database does not answer."))
        .map(
            found -> {
              var problems = new ArrayList<>(found);
              if (!workers.getAsBoolean()) {
                problems.add("The workers do not look for jobs.");
              }
              return problems;
            });
  }
}
