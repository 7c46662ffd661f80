package org.yuyin.catalogue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.yuyin.media.SoundKind;

/** What is heard in each second of an ad, kept in the column {@code heard} (migration V018). */
public final class HeardSeconds {
  private static final String OF = "SELECT coalesce(heard, '') AS heard FROM ad WHERE id = $1";

  private static final String FILL = "UPDATE ad SET heard = $2 WHERE sha256 = $1 AND heard IS NULL";

  private final Pool pool;

  /** Works on a database that has been migrated. */
  public HeardSeconds(Pool pool) {
    this.pool = pool;
  }

  /** Second by second; empty where nobody listened to the ad. */
  public Future<List<SoundKind>> of(long adId) {
    return pool.preparedQuery(OF)
        .execute(Tuple.of(adId))
        .map(rows -> rows.size() == 0 ? "" : rows.iterator().next().getString("heard"))
        .map(SoundKind::parse);
  }

  /** Keeps it for the ads with that content whose share of music was measured without it. */
  Future<Void> fill(String sha256, List<SoundKind> heard) {
    return pool.preparedQuery(FILL).execute(Tuple.of(sha256, SoundKind.letters(heard))).mapEmpty();
  }
}
