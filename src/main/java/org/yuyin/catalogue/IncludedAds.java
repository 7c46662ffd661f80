package org.yuyin.catalogue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The ads of a collection that passed the filter. */
public final class IncludedAds {
  private static final String OF_COLLECTION =
      """
      SELECT ad.id, ad.name, ad.sha256, coalesce(ad.category, 'without category') AS category,
        coalesce(category.merged, 'without category') AS merged,
        coalesce(ad.tag, ad.category, 'without category') AS tag,
        ad.track_id, track.key, ad.split, ad.synthetic
      FROM ad
      JOIN track ON track.id = ad.track_id
      LEFT JOIN category ON category.name = ad.category
      WHERE ad.collection = $1 AND ad.state = 'included'
      ORDER BY ad.name, ad.id
      """;

  private final Pool pool;

  /** Reads through that pool. */
  public IncludedAds(Pool pool) {
    this.pool = pool;
  }

  /** All of them, by name. */
  public Future<List<IncludedAd>> of(String collection) {
    return pool.preparedQuery(OF_COLLECTION)
        .mapping(IncludedAds::ad)
        .execute(Tuple.of(collection))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
  }

  private static IncludedAd ad(Row row) {
    return new IncludedAd(
        row.getLong("id"),
        row.getString("name"),
        row.getString("sha256"),
        row.getString("category"),
        row.getString("merged"),
        row.getString("tag"),
        row.getLong("track_id"),
        row.getString("key"),
        Optional.ofNullable(row.getString("split")),
        row.getBoolean("synthetic"));
  }
}
