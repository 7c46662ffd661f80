package org.yuyin.feature;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every vector that was ever extracted, kept in the {@code feature} table (migration V002) under
 * item, extractor and extractor version. An item is a SHA-256 (see {@link ItemKey}), so the same
 * content is never extracted twice, whatever it is called.
 */
public final class FeatureStore {
  private static final String VECTORS =
      """
      SELECT item, vector FROM feature
      WHERE extractor = $1 AND version = $2 AND item = ANY($3::text[])
      """;

  private static final String PRESENT =
      """
      SELECT item FROM feature
      WHERE extractor = $1 AND version = $2 AND item = ANY($3::text[])
      """;

  // A vector never changes for its key, so whoever comes second has nothing to add.
  private static final String PUT =
      """
      INSERT INTO feature (extractor, version, item, vector)
      SELECT $1, $2, given.item, given.vector
      FROM unnest($3::text[], $4::bytea[]) AS given (item, vector)
      ON CONFLICT DO NOTHING
      """;

  private final Pool pool;

  /** Uses the pool; closing it stays the caller's business. */
  public FeatureStore(Pool pool) {
    this.pool = pool;
  }

  /** The stored vectors of those items, by item; an item without one is left out. */
  public Future<Map<String, float[]>> vectors(ExtractorInfo extractor, Collection<String> items) {
    return query(VECTORS, extractor, items).map(rows -> decode(rows, extractor));
  }

  /** Those of the items that have a vector. */
  public Future<Set<String>> present(ExtractorInfo extractor, Collection<String> items) {
    return query(PRESENT, extractor, items)
        .map(
            rows -> {
              Set<String> present = HashSet.newHashSet(rows.size());
              rows.forEach(row -> present.add(row.getString("item")));
              return present;
            });
  }

  /**
   * Stores the vectors, all or none.
   *
   * @param vectors by item, each of the extractor's width
   */
  public Future<Void> put(ExtractorInfo extractor, Map<String, float[]> vectors) {
    if (vectors.isEmpty()) {
      return Future.succeededFuture();
    }
    // Two writers of overlapping sets must lock the rows in one order.
    var sorted = new TreeMap<>(vectors);
    var items = sorted.keySet().toArray(String[]::new);
    var bytes =
        sorted.values().stream()
            .map(vector -> Buffer.buffer(VectorBytes.encode(checked(vector, extractor))))
            .toArray(Buffer[]::new);
    return pool.preparedQuery(PUT)
        .execute(Tuple.of(extractor.name(), extractor.version(), items, bytes))
        .mapEmpty();
  }

  private Future<RowSet<Row>> query(String sql, ExtractorInfo extractor, Collection<String> items) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(extractor.name(), extractor.version(), items.toArray(String[]::new)));
  }

  private static Map<String, float[]> decode(RowSet<Row> rows, ExtractorInfo extractor) {
    Map<String, float[]> vectors = HashMap.newHashMap(rows.size());
    for (var row : rows) {
      var vector = VectorBytes.decode(row.getBuffer("vector").getBytes());
      vectors.put(row.getString("item"), checked(vector, extractor));
    }
    return vectors;
  }

  private static float[] checked(float[] vector, ExtractorInfo extractor) {
    if (vector.length != extractor.width()) {
      throw new IllegalArgumentException(
          "%s version %d gives %d values, got %d"
              .formatted(extractor.name(), extractor.version(), extractor.width(), vector.length));
    }
    return vector;
  }
}
