package org.yuyin.catalogue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** Changes what people say about tracks: title, artist, licence. */
public final class TrackEditing {
  private static final String CHANGE =
      """
      UPDATE track SET title = coalesce($2, title), artist = $3, changed_at = now() WHERE id = $1
      """;

  private static final String PUT_LICENCE =
      """
      INSERT INTO licence (track_id, platforms, territories, valid_from, valid_until, terms)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (track_id) DO UPDATE SET platforms = EXCLUDED.platforms,
        territories = EXCLUDED.territories, valid_from = EXCLUDED.valid_from,
        valid_until = EXCLUDED.valid_until, terms = EXCLUDED.terms
      """;

  private static final String DROP_LICENCE = "DELETE FROM licence WHERE track_id = $1";

  private final Pool pool;

  /** Writes through that pool. */
  public TrackEditing(Pool pool) {
    this.pool = pool;
  }

  /**
   * Says anew what is known of a track: an artist or a licence that is missing is forgotten.
   *
   * @return false when there is no such track
   */
  public Future<Boolean> change(long trackId, TrackDetails details) {
    return pool.withTransaction(connection -> change(connection, trackId, details));
  }

  /** The same within a transaction. */
  static Future<Boolean> change(SqlClient client, long trackId, TrackDetails details) {
    var told = Tuple.of(trackId, details.title().orElse(null), details.artist().orElse(null));
    return client
        .preparedQuery(CHANGE)
        .execute(told)
        .compose(
            changed ->
                changed.rowCount() == 0
                    ? Future.succeededFuture(false)
                    : putLicence(client, trackId, details.licence()).map(true));
  }

  private static Future<Void> putLicence(
      SqlClient client, long trackId, Optional<Licence> licence) {
    return licence
        .map(it -> client.preparedQuery(PUT_LICENCE).execute(values(trackId, it)))
        .orElseGet(() -> client.preparedQuery(DROP_LICENCE).execute(Tuple.of(trackId)))
        .mapEmpty();
  }

  private static Tuple values(long trackId, Licence licence) {
    return Tuple.tuple()
        .addLong(trackId)
        .addArrayOfString(licence.platforms().toArray(String[]::new))
        .addArrayOfString(licence.territories().toArray(String[]::new))
        .addLocalDate(licence.from().orElse(null))
        .addLocalDate(licence.until().orElse(null))
        .addString(licence.terms());
  }
}
