package org.yuyin.evaluation.table;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.yuyin.model.Recipe;

/** Which finished trainings of a dataset there are to make tables of. Reads only. */
final class StoredTrainings {
  // A training without folds and one of a single fold are both tested on the dataset's own split.
  private static final String OF_RECIPE =
      """
      SELECT id, coalesce(series, '') AS series, seed, coalesce(fold, 0) AS fold, code_version
      FROM run
      WHERE dataset_id = $1 AND method = $2 AND settings = $3 AND coalesce(folds, 1) = $4
        AND state = 'finished' AND NOT shuffled
      ORDER BY id
      """;

  private static final String FOLDINGS =
      """
      SELECT coalesce(folds, 1) AS folds, count(DISTINCT seed)::int AS seeds, count(*)::int AS runs
      FROM run WHERE dataset_id = $1 AND state = 'finished' AND NOT shuffled
      GROUP BY 1 ORDER BY runs DESC, folds DESC
      """;

  private static final String EDITION =
      """
      SELECT count(*) || ' ' || coalesce(max(evaluation.evaluated_at)::text, '') AS edition
      FROM evaluation JOIN run ON run.id = evaluation.run_id
      WHERE run.dataset_id = $1 AND run.state = 'finished'
      """;

  private final Pool pool;

  StoredTrainings(Pool pool) {
    this.pool = pool;
  }

  Future<List<StoredTraining>> of(long datasetId, Recipe<?> recipe, int folds) {
    return pool.preparedQuery(OF_RECIPE)
        .mapping(
            row ->
                new StoredTraining(
                    row.getLong("id"),
                    row.getString("series"),
                    row.getLong("seed"),
                    row.getInteger("fold"),
                    row.getString("code_version")))
        .execute(Tuple.of(datasetId, recipe.method().name(), new JsonObject(recipe.asMap()), folds))
        .map(rows -> rows.stream().toList());
  }

  /** The ways in which the dataset was tested, the most used first. */
  Future<List<StoredTables.Tested>> tested(long datasetId) {
    return pool.preparedQuery(FOLDINGS)
        .mapping(row -> new StoredTables.Tested(row.getInteger("folds"), row.getInteger("seeds")))
        .execute(Tuple.of(datasetId))
        .map(rows -> rows.stream().toList());
  }

  /** Changes with every evaluation of the dataset's runs. */
  Future<String> edition(long datasetId) {
    return pool.preparedQuery(EDITION)
        .execute(Tuple.of(datasetId))
        .map(rows -> rows.iterator().next().getString("edition"));
  }
}
