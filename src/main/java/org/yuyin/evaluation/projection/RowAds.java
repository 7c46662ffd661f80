package org.yuyin.evaluation.projection;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The ads behind rows of a dataset that was made of the catalogue. Reads only. */
public final class RowAds {
  private static final String ADS =
      """
      SELECT dataset_ad.row_index, ad.id, ad.name, ad.sha256, ad.track_id, track.title
      FROM dataset_ad JOIN ad ON ad.id = dataset_ad.ad_id
      LEFT JOIN track ON track.id = ad.track_id
      WHERE dataset_ad.dataset_id = $1 AND dataset_ad.row_index = ANY ($2)
        AND ad.sha256 IS NOT NULL
      """;

  private final Pool pool;

  /** Reads through that pool. */
  public RowAds(Pool pool) {
    this.pool = pool;
  }

  /**
   * The ad of a row.
   *
   * @param row of the snapshot
   * @param id of the ad
   * @param name as its file was called
   * @param version of its media, for addresses that browsers may keep
   * @param track its music
   * @param title how that is called
   */
  public record RowAd(
      int row,
      long id,
      String name,
      String version,
      Optional<Long> track,
      Optional<String> title) {}

  /** The ads of some rows; rows of an imported dataset have none. */
  public Future<List<RowAd>> of(long datasetId, Collection<Integer> rows) {
    return pool.preparedQuery(ADS)
        .mapping(
            row ->
                new RowAd(
                    row.getInteger("row_index"),
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("sha256").substring(0, 16),
                    Optional.ofNullable(row.getLong("track_id")),
                    Optional.ofNullable(row.getString("title"))))
        .execute(Tuple.tuple().addLong(datasetId).addArrayOfInteger(rows.toArray(Integer[]::new)))
        .map(found -> found.stream().toList());
  }
}
