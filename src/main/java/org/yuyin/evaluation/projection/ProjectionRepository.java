package org.yuyin.evaluation.projection;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** The pictures that are stored: the {@code projection} table (migration V013). */
public final class ProjectionRepository {
  private static final String COLUMNS = "id, run_id, dataset_id, summary, created_at";

  private static final String SAVE =
      """
      INSERT INTO projection (run_id, dataset_id, split, kind, settings_hash, points, row_index,
        modality, category, summary)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      ON CONFLICT (run_id, split, kind, settings_hash) DO UPDATE SET points = excluded.points,
        row_index = excluded.row_index, modality = excluded.modality,
        category = excluded.category, summary = excluded.summary, created_at = now()
      RETURNING id
      """;

  private static final String FIND =
      "SELECT "
          + COLUMNS
          + """
           FROM projection
          WHERE run_id = $1 AND split = $2 AND kind = $3 AND settings_hash = $4
          """;

  private static final String BY_ID = "SELECT " + COLUMNS + " FROM projection WHERE id = $1";

  private static final String POINTS =
      "SELECT points, row_index, modality, category FROM projection WHERE id = $1";

  private final Pool pool;

  /** Uses a pool whose database has been migrated. */
  public ProjectionRepository(Pool pool) {
    this.pool = pool;
  }

  /**
   * Keeps a picture as part of the caller's transaction.
   *
   * @return its number
   */
  public Future<Long> save(
      SqlClient client,
      ProjectionRequest request,
      long datasetId,
      PointSet points,
      JsonObject summary) {
    var values =
        Tuple.tuple()
            .addLong(request.run())
            .addLong(datasetId)
            .addString(request.splitKey())
            .addString(request.kind().key())
            .addString(request.settingsHash())
            .addBuffer(Buffer.buffer(points.placeBytes()))
            .addBuffer(Buffer.buffer(points.rowBytes()))
            .addBuffer(Buffer.buffer(points.modalities()))
            .addBuffer(Buffer.buffer(points.categoryBytes()))
            .addJsonObject(summary);
    return client
        .preparedQuery(SAVE)
        .execute(values)
        .map(rows -> rows.iterator().next().getLong("id"));
  }

  /** The picture of a request, once it was worked out. */
  public Future<Optional<Projection>> find(ProjectionRequest request) {
    return one(
        FIND,
        Tuple.of(request.run(), request.splitKey(), request.kind().key(), request.settingsHash()));
  }

  /** One picture. */
  public Future<Optional<Projection>> byId(long id) {
    return one(BY_ID, Tuple.of(id));
  }

  /** The points of a picture. */
  public Future<Optional<PointSet>> points(long id) {
    return pool.preparedQuery(POINTS)
        .mapping(
            row ->
                PointSet.of(
                    row.getBuffer("points").getBytes(),
                    row.getBuffer("row_index").getBytes(),
                    row.getBuffer("modality").getBytes(),
                    row.getBuffer("category").getBytes()))
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().findFirst());
  }

  private Future<Optional<Projection>> one(String query, Tuple values) {
    return pool.preparedQuery(query)
        .mapping(ProjectionRepository::projection)
        .execute(values)
        .map(rows -> rows.stream().findFirst());
  }

  private static Projection projection(Row row) {
    return new Projection(
        row.getLong("id"),
        row.getLong("run_id"),
        row.getLong("dataset_id"),
        row.getJsonObject("summary"),
        row.getOffsetDateTime("created_at").toInstant());
  }
}
