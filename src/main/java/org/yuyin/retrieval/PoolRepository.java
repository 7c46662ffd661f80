package org.yuyin.retrieval;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.yuyin.catalogue.LicenceColumns;
import org.yuyin.catalogue.SoundFactsColumns;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.DatasetOrigin;
import org.yuyin.dataset.Pair;

/** What is known of the rows of a dataset: ads and titles of the catalogue where it has them. */
final class PoolRepository {
  private static final String ADS =
      """
      SELECT dataset_ad.row_index, ad.id, ad.sha256, ad.synthetic, track.id AS track_id, track.title,
      """
          + LicenceColumns.LIST
          + ", "
          + SoundFactsColumns.LIST
          + """
          FROM dataset_ad
          JOIN ad ON ad.id = dataset_ad.ad_id
          JOIN track ON track.id = ad.track_id
          LEFT JOIN sound_facts ON sound_facts.sha256 = ad.sha256
          LEFT JOIN licence ON licence.track_id = track.id
          WHERE dataset_ad.dataset_id = $1 AND ad.sha256 IS NOT NULL
          """;

  private final Pool pool;

  PoolRepository(Pool pool) {
    this.pool = pool;
  }

  /** One item for each row, in order. */
  Future<List<PoolItem>> items(DatasetInfo dataset, List<Pair> pairs) {
    return pool.preparedQuery(ADS)
        .execute(Tuple.of(dataset.id()))
        .map(
            rows -> {
              Map<Integer, Row> byIndex = new HashMap<>();
              rows.forEach(row -> byIndex.put(row.getInteger("row_index"), row));
              return IntStream.range(0, pairs.size())
                  .mapToObj(i -> item(dataset, pairs.get(i), Optional.ofNullable(byIndex.get(i))))
                  .toList();
            });
  }

  private static PoolItem item(DatasetInfo dataset, Pair pair, Optional<Row> row) {
    return new PoolItem(
        pair.id(),
        pair.trackId(),
        row.map(r -> r.getString("title")).orElse(pair.trackId()),
        pair.category(),
        pair.mergedCategory(),
        row.map(r -> r.getBoolean("synthetic")).orElse(dataset.synthetic()),
        row.map(r -> OptionalLong.of(r.getLong("id"))).orElseGet(OptionalLong::empty),
        row.map(
            r ->
                new PoolItem.CatalogueTrack(
                    r.getLong("track_id"), r.getString("sha256"), LicenceColumns.read(r))),
        row.flatMap(SoundFactsColumns::read),
        row.isEmpty() && DatasetOrigin.of(dataset).collection().isPresent());
  }
}
