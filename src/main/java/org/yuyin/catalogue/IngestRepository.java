package org.yuyin.catalogue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.yuyin.media.MediaInfo;
import org.yuyin.media.SoundKind;

/** What an ingest writes: each source's outcome in one transaction. */
final class IngestRepository {
  private static final String ITEMS =
      "SELECT source, fingerprint, outcome, ad_id FROM ingest_item WHERE collection = $1";

  private static final String CONTENTS =
      "SELECT sha256, id FROM ad WHERE collection = $1 AND sha256 IS NOT NULL";

  // Whoever renamed a merged category means those that come later too.
  private static final String PUT_CATEGORY =
      """
      INSERT INTO category (name, merged, origin)
      VALUES ($1, coalesce((SELECT renamed_to FROM merged_rename WHERE name = $2), $2), $3)
      ON CONFLICT (name) DO UPDATE SET merged = EXCLUDED.merged, origin = EXCLUDED.origin
      WHERE EXCLUDED.origin = 'manifest' AND category.origin <> 'user'
        AND category.merged <> EXCLUDED.merged
      """;

  // The update changes nothing; it is there so that the id comes back.
  private static final String PUT_TRACK =
      """
      INSERT INTO track (key, title, origin) VALUES ($1, $2, $3)
      ON CONFLICT (key) DO UPDATE SET key = EXCLUDED.key
      RETURNING id
      """;

  // Two files that exchange their contents would otherwise wait for each other's rows.
  private static final String LOCK_ADS =
      "SELECT pg_advisory_xact_lock(hashtext('ad'), hashtext($1))";

  // The row of a file that has changed since makes way for the file that now has the content.
  private static final String EVICT =
      "DELETE FROM ad WHERE collection = $1 AND sha256 = $2 AND id <> $3";

  private static final String REPLACE_AD =
      """
      UPDATE ad SET collection = $1, name = $2, source = $3, sha256 = $4, category = $5, tag = $6,
        split = $7, track_id = $8, state = $9, exclusion = $10, exclusion_detail = $11,
        music_share = $12, synthetic = $13, heard = $14,
        categorised_at = NULL
      WHERE id = $15
      RETURNING id
      """;

  private static final String ADD_AD =
      """
      INSERT INTO ad (collection, name, source, sha256, category, tag, split, track_id, state,
        exclusion, exclusion_detail, music_share, synthetic, heard)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      RETURNING id
      """;

  private static final String DELETE_AD = "DELETE FROM ad WHERE id = $1";

  private static final String PUT_ITEM =
      """
      INSERT INTO ingest_item (collection, source, fingerprint, outcome, ad_id)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (collection, source) DO UPDATE SET
        fingerprint = EXCLUDED.fingerprint, outcome = EXCLUDED.outcome, ad_id = EXCLUDED.ad_id,
        done_at = now()
      """;

  private static final long NO_AD = -1;

  private final Pool pool;

  IngestRepository(Pool pool) {
    this.pool = pool;
  }

  /**
   * A source that has been dealt with.
   *
   * @param adId its ad, or for a duplicate the ad that has its content
   */
  record Item(String fingerprint, IngestOutcome outcome, OptionalLong adId) {}

  /** Every source of the collection that is done with, by source. */
  Future<Map<String, Item>> items(String collection) {
    return pool.preparedQuery(ITEMS)
        .execute(Tuple.of(collection))
        .map(
            rows -> {
              Map<String, Item> items = HashMap.newHashMap(rows.size());
              rows.forEach(row -> items.put(row.getString("source"), item(row)));
              return items;
            });
  }

  /** The ads of the collection, by content hash. */
  Future<Map<String, Long>> contents(String collection) {
    return pool.preparedQuery(CONTENTS)
        .execute(Tuple.of(collection))
        .map(
            rows -> {
              Map<String, Long> contents = HashMap.newHashMap(rows.size());
              rows.forEach(row -> contents.put(row.getString("sha256"), row.getLong("id")));
              return contents;
            });
  }

  /**
   * Writes everything that follows from one source, or nothing.
   *
   * @param merged what the category is merged into, and the origin of that
   * @return its ad
   */
  Future<Long> record(
      String collection, IngestTask task, Optional<Merged> merged, Finding finding) {
    return pool.withTransaction(
        connection -> {
          var category =
              merged
                  .map(
                      it ->
                          run(
                              connection,
                              PUT_CATEGORY,
                              Tuple.of(it.category(), it.into(), it.origin())))
                  .orElseGet(Future::succeededFuture);
          return category
              .compose(done -> putMedia(connection, finding))
              .compose(done -> putFacts(connection, finding))
              .compose(done -> putTrack(connection, collection, task.source(), finding))
              .compose(track -> putAd(connection, collection, task, finding, track))
              .compose(
                  ad ->
                      putItem(connection, collection, task, outcome(finding), ad).map(done -> ad));
        });
  }

  /** Writes that a source has the content of an ad; an ad that it was before goes. */
  Future<Void> recordCopy(String collection, IngestTask task, long original) {
    return pool.withTransaction(
        connection ->
            run(connection, DELETE_AD, Tuple.of(task.earlierAd().orElse(NO_AD)))
                .compose(
                    done ->
                        putItem(connection, collection, task, IngestOutcome.DUPLICATE, original)));
  }

  /**
   * A fine category and what it is merged into.
   *
   * @param origin paper, manifest or folder
   */
  record Merged(String category, String into, String origin) {}

  private static Future<Void> putMedia(SqlConnection connection, Finding finding) {
    return finding.sha256() instanceof String sha256 && finding.info() instanceof MediaInfo info
        ? MediaFiles.put(connection, sha256, finding.bytes(), info)
        : Future.succeededFuture();
  }

  private static Future<Void> putFacts(SqlConnection connection, Finding finding) {
    return finding.sha256() instanceof String sha256
        ? finding
            .sound()
            .map(measured -> SoundFactsRepository.put(connection, sha256, measured))
            .orElseGet(Future::succeededFuture)
        : Future.succeededFuture();
  }

  private static Future<Optional<Long>> putTrack(
      SqlConnection connection, String collection, IngestSource source, Finding finding) {
    if (finding.exclusion().isPresent()) {
      return Future.succeededFuture(Optional.empty());
    }
    var key =
        source
            .trackGroup()
            .map(group -> collection + ":" + group)
            .orElseGet(() -> "sound:" + finding.soundHash().orElseThrow());
    var title = TrackTitle.of(source.trackGroup().orElse(source.name()));
    return connection
        .preparedQuery(PUT_TRACK)
        .execute(Tuple.of(key, title, source.synthetic() ? "synthetic" : "ad"))
        .map(rows -> Optional.of(rows.iterator().next().getLong("id")));
  }

  private static Future<Long> putAd(
      SqlConnection connection,
      String collection,
      IngestTask task,
      Finding finding,
      Optional<Long> track) {
    var earlier = task.earlierAd().orElse(NO_AD);
    var evict = Tuple.of(collection, finding.sha256(), earlier);
    return run(connection, LOCK_ADS, Tuple.of(collection))
        .compose(done -> run(connection, EVICT, evict))
        .compose(
            done ->
                connection
                    .preparedQuery(REPLACE_AD)
                    .execute(values(collection, task, finding, track).addLong(earlier)))
        .compose(
            replaced ->
                replaced.size() > 0
                    ? Future.succeededFuture(replaced)
                    : connection
                        .preparedQuery(ADD_AD)
                        .execute(values(collection, task, finding, track)))
        .map(rows -> rows.iterator().next().getLong("id"));
  }

  private static Tuple values(
      String collection, IngestTask task, Finding finding, Optional<Long> track) {
    var source = task.source();
    var reason = finding.exclusion();
    return Tuple.tuple()
        .addString(collection)
        .addString(source.name())
        .addString(task.key())
        .addString(finding.sha256())
        .addString(source.category().orElse(null))
        .addString(source.tag().orElse(null))
        .addString(source.split().orElse(null))
        .addLong(track.orElse(null))
        .addString(reason.isPresent() ? "excluded" : "included")
        .addString(reason.map(Finding.Reason::code).orElse(null))
        .addString(reason.map(Finding.Reason::detail).orElse(null))
        .addFloat(finding.musicShare().map(Double::floatValue).orElse(null))
        .addBoolean(source.synthetic())
        .addString(SoundKind.letters(finding.heard()));
  }

  private static Future<Void> putItem(
      SqlConnection connection,
      String collection,
      IngestTask task,
      IngestOutcome outcome,
      long ad) {
    return run(
        connection,
        PUT_ITEM,
        Tuple.of(collection, task.key(), task.fingerprint(), outcome.key(), ad));
  }

  private static IngestOutcome outcome(Finding finding) {
    return finding.exclusion().isPresent() ? IngestOutcome.EXCLUDED : IngestOutcome.INCLUDED;
  }

  private static Item item(Row row) {
    var ad = row.getLong("ad_id");
    return new Item(
        row.getString("fingerprint"),
        IngestOutcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
        ad == null ? OptionalLong.empty() : OptionalLong.of(ad));
  }

  private static Future<Void> run(SqlConnection connection, String sql, @Nullable Tuple values) {
    return connection.preparedQuery(sql).execute(values).mapEmpty();
  }
}
