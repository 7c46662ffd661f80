package org.yuyin.evaluation;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuyin.dataset.Split;

/** The metrics of runs, kept in the {@code evaluation} table (migration V004). */
public final class EvaluationRepository {
  private static final String SAVE =
      """
      INSERT INTO evaluation (run_id, split, direction, metrics, outcomes)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (run_id, split, direction)
      DO UPDATE SET metrics = excluded.metrics, outcomes = excluded.outcomes, evaluated_at = now()
      """;

  private static final String OF_RUN =
      """
      SELECT direction, metrics FROM evaluation WHERE run_id = $1 AND split = $2
      """;

  private static final String OF_RUNS =
      """
      SELECT run_id, direction, metrics FROM evaluation WHERE run_id = ANY ($1) AND split = $2
      """;

  private static final String OUTCOMES =
      """
      SELECT run_id, outcomes FROM evaluation
      WHERE run_id = ANY ($1) AND split = $2 AND direction = $3 AND outcomes IS NOT NULL
      """;

  private final Pool pool;

  /** Uses a pool whose database has been migrated. */
  public EvaluationRepository(Pool pool) {
    this.pool = pool;
  }

  /** Keeps an evaluation in place of an older one of the same run and split. */
  public Future<Void> save(long run, Split split, DetailedEvaluation evaluation) {
    var rows =
        List.of(Direction.values()).stream()
            .map(
                direction ->
                    Tuple.of(
                        run,
                        split.key(),
                        direction.key(),
                        evaluation.summary().of(direction).toJson(),
                        Buffer.buffer(evaluation.of(direction).toBytes())))
            .toList();
    return pool.withTransaction(
        connection -> connection.preparedQuery(SAVE).executeBatch(rows).mapEmpty());
  }

  /** The fate of every query of many runs in one direction, by run. */
  public Future<Map<Long, QueryOutcomes>> outcomes(
      Collection<Long> runs, Split split, Direction direction) {
    return pool.preparedQuery(OUTCOMES)
        .execute(Tuple.of(runs.toArray(Long[]::new), split.key(), direction.key()))
        .map(
            rows -> {
              var byRun = new HashMap<Long, QueryOutcomes>();
              rows.forEach(
                  row ->
                      byRun.put(
                          row.getLong("run_id"),
                          QueryOutcomes.fromBytes(row.getBuffer("outcomes").getBytes())));
              return byRun;
            });
  }

  /** Empty when the run was not evaluated on that split. */
  public Future<Optional<Evaluation>> find(long run, Split split) {
    return pool.preparedQuery(OF_RUN)
        .execute(Tuple.of(run, split.key()))
        .map(rows -> evaluation(rows));
  }

  /** The evaluations of many runs on one split, by run; runs without one are missing. */
  public Future<Map<Long, Evaluation>> find(Collection<Long> runs, Split split) {
    return pool.preparedQuery(OF_RUNS)
        .execute(Tuple.of(runs.toArray(Long[]::new), split.key()))
        .map(
            rows -> {
              var byRun = new HashMap<Long, List<Row>>();
              rows.forEach(
                  row ->
                      byRun
                          .computeIfAbsent(row.getLong("run_id"), _ -> new ArrayList<>())
                          .add(row));
              var found = new HashMap<Long, Evaluation>();
              byRun.forEach(
                  (run, directions) -> evaluation(directions).ifPresent(it -> found.put(run, it)));
              return found;
            });
  }

  private static Optional<Evaluation> evaluation(Iterable<Row> directions) {
    var found = new EnumMap<Direction, RetrievalMetrics>(Direction.class);
    for (var row : directions) {
      found.put(
          Direction.parse(row.getString("direction")),
          RetrievalMetrics.fromJson(row.get(JsonObject.class, "metrics")));
    }
    var there = found.get(Direction.VIDEO_TO_MUSIC);
    var back = found.get(Direction.MUSIC_TO_VIDEO);
    return there == null || back == null
        ? Optional.empty()
        : Optional.of(new Evaluation(there, back));
  }
}
