package org.yuyin.catalogue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Map;

/**
 * Labels of ads that people corrected. An ingest leaves them alone as long as the file does not
 * change; datasets that exist keep what they were made of.
 */
public final class AdCorrections {
  private static final String CATEGORISE =
      """
      UPDATE ad SET category = $2, categorised_at = now()
      WHERE id = $1 AND (category IS DISTINCT FROM $2 OR categorised_at IS NULL)
      """;

  private static final String EXCLUDE =
      """
      UPDATE ad SET state = 'excluded', exclusion = 'too_little_music', exclusion_detail = $2
      WHERE id = ANY($1::bigint[]) AND state = 'included'
      """;

  // Nobody compared the sound of an ad that was left out with others, so it gets a track of its
  // own.
  private static final String GIVE_TRACKS =
      """
      INSERT INTO track (key, title, origin)
      SELECT 'file:' || sha256, name, CASE WHEN synthetic THEN 'synthetic' ELSE 'ad' END FROM ad
      WHERE id = ANY($1::bigint[]) AND state = 'excluded' AND sha256 IS NOT NULL
        AND track_id IS NULL
      ON CONFLICT (key) DO NOTHING
      """;

  private static final String INCLUDE =
      """
      UPDATE ad SET state = 'included', exclusion = NULL, exclusion_detail = NULL,
        track_id = coalesce(track_id, (SELECT id FROM track WHERE key = 'file:' || ad.sha256))
      WHERE id = ANY($1::bigint[]) AND state = 'excluded' AND sha256 IS NOT NULL
      """;

  private final Pool pool;

  /** Works on a database that has been migrated. */
  public AdCorrections(Pool pool) {
    this.pool = pool;
  }

  /**
   * Gives ads the fine categories that people say, which exist; how many had another one, or the
   * same but from nobody.
   */
  public Future<Integer> categorise(Map<Long, String> categories) {
    var rows =
        categories.entrySet().stream()
            .map(entry -> Tuple.of(entry.getKey(), entry.getValue()))
            .toList();
    return rows.isEmpty()
        ? Future.succeededFuture(0)
        : pool.withTransaction(
            connection ->
                connection
                    .preparedQuery(CATEGORISE)
                    .executeBatch(rows)
                    .map(
                        done -> {
                          int changed = 0;
                          for (var one = done; one != null; one = one.next()) {
                            changed += one.rowCount();
                          }
                          return changed;
                        }));
  }

  /**
   * Takes ads that were left out into the catalogue and leaves others out that were in it; how many
   * changed.
   *
   * @param why the other ads are left out, in words
   */
  public Future<Integer> include(Collection<Long> in, Collection<Long> out, String why) {
    return pool.withTransaction(
        connection ->
            run(connection, GIVE_TRACKS, ids(in))
                .compose(tracks -> run(connection, INCLUDE, ids(in)))
                .compose(
                    included ->
                        run(connection, EXCLUDE, ids(out).addString(why))
                            .map(excluded -> included + excluded)));
  }

  private static Future<Integer> run(SqlClient connection, String statement, Tuple values) {
    return connection.preparedQuery(statement).execute(values).map(rows -> rows.rowCount());
  }

  private static Tuple ids(Collection<Long> ads) {
    return Tuple.tuple().addArrayOfLong(ads.toArray(Long[]::new));
  }
}
