package org.yuyin.operations;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yuyin.media.Previews;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.BlockingTransaction;

/**
 * Deletes ads and music at somebody's wish, with all that derives from them: rows first, in one
 * transaction, then the files that no row refers to any more; what a crash leaves of those is swept
 * up later. Only datasets keep what they were made of: they are snapshots that results rest on.
 * Blocking.
 */
public final class Deletion {
  private static final String HOLDING =
      """
      SELECT DISTINCT dataset.name || '@' || dataset.version AS label FROM dataset_ad
      JOIN dataset ON dataset.id = dataset_ad.dataset_id
      WHERE dataset_ad.ad_id = $1 ORDER BY label
      """;

  private final Pool pool;
  private final ContentRemoval removal;

  /** Deletes from that database and those files. */
  public Deletion(Pool pool, BlobStore blobs, Previews previews) {
    this.pool = pool;
    this.removal = new ContentRemoval(pool, blobs, previews);
  }

  /**
   * Deletes an ad, and its music where no other ad has it.
   *
   * @return empty when there is no such ad
   * @throws InUseException while an ingest or the making of a dataset works with it
   */
  public Optional<Deleted> ad(long id) {
    return delete(connection -> new Erasure(connection).ad(id));
  }

  /**
   * Deletes music that was given by itself.
   *
   * @return empty when there is no such track
   * @throws InUseException when ads have it: it goes with the last of them
   */
  public Optional<Deleted> track(long id) {
    return delete(connection -> new Erasure(connection).track(id));
  }

  /** The labels of the datasets that would still hold an ad. */
  public Future<List<String>> datasetsOf(long ad) {
    return datasetsOf(pool, ad);
  }

  static Future<List<String>> datasetsOf(SqlClient client, long ad) {
    return client
        .preparedQuery(HOLDING)
        .execute(Tuple.of(ad))
        .map(rows -> rows.stream().map(row -> row.getString("label")).toList());
  }

  private Optional<Deleted> delete(Function<SqlConnection, Optional<Erasure.Erased>> erase) {
    var erased = BlockingTransaction.run(pool, erase);
    return erased.map(
        it -> new Deleted(it.decisions(), it.datasets(), !removal.removeUnreferred(it.contents())));
  }
}
