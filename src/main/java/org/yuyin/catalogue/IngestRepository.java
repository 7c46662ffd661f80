package org.yuyin.catalogue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuyin.media.MediaInfo;
import org.yuyin.media.MediaInfo.Picture;
import org.yuyin.media.MediaInfo.SoundTrack;

/** What an ingest writes: each source's outcome in one transaction. */
final class IngestRepository {
  private static final String FINISHED =
      "SELECT source, fingerprint FROM ingest_item WHERE collection = $1";

  private static final String PUT_CATEGORY =
      """
      INSERT INTO category (name, merged, origin) VALUES ($1, $2, $3)
      ON CONFLICT (name) DO UPDATE SET merged = EXCLUDED.merged, origin = EXCLUDED.origin
      WHERE EXCLUDED.origin = 'manifest' AND category.origin <> 'user'
        AND category.merged <> EXCLUDED.merged
      """;

  private static final String PUT_MEDIA =
      """
      INSERT INTO media_file (sha256, bytes, container, duration_seconds, width, height,
        frames_per_second, audio_codec, audio_rate_hz, audio_channels)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      ON CONFLICT (sha256) DO NOTHING
      """;

  // The update changes nothing; it is there so that the id comes back.
  private static final String PUT_TRACK =
      """
      INSERT INTO track (key, title, origin) VALUES ($1, $2, $3)
      ON CONFLICT (key) DO UPDATE SET key = EXCLUDED.key
      RETURNING id
      """;

  // The source held something else when it was taken in before.
  private static final String FORGET_EARLIER =
      """
      DELETE FROM ad WHERE collection = $1 AND source = $2
        AND (sha256 IS NULL OR sha256 IS DISTINCT FROM $3)
      """;

  // Content that another source brought stays that source's: no row comes back.
  private static final String PUT_AD =
      """
      INSERT INTO ad (collection, name, source, sha256, category, tag, split, track_id, state,
        exclusion, exclusion_detail, music_share, synthetic)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
      ON CONFLICT (collection, sha256) WHERE sha256 IS NOT NULL DO UPDATE SET
        name = EXCLUDED.name, category = EXCLUDED.category, tag = EXCLUDED.tag,
        split = EXCLUDED.split, track_id = EXCLUDED.track_id, state = EXCLUDED.state,
        exclusion = EXCLUDED.exclusion, exclusion_detail = EXCLUDED.exclusion_detail,
        music_share = EXCLUDED.music_share, synthetic = EXCLUDED.synthetic
      WHERE ad.source = EXCLUDED.source
      RETURNING id
      """;

  private static final String PUT_ITEM =
      """
      INSERT INTO ingest_item (collection, source, fingerprint, outcome, ad_id)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (collection, source) DO UPDATE SET
        fingerprint = EXCLUDED.fingerprint, outcome = EXCLUDED.outcome, ad_id = EXCLUDED.ad_id,
        done_at = now()
      """;

  private final Pool pool;

  IngestRepository(Pool pool) {
    this.pool = pool;
  }

  /** The fingerprint of every source of the collection that is done with, by source. */
  Future<Map<String, String>> finished(String collection) {
    return pool.preparedQuery(FINISHED)
        .execute(Tuple.of(collection))
        .map(
            rows -> {
              var finished = new HashMap<String, String>();
              rows.forEach(
                  row -> finished.put(row.getString("source"), row.getString("fingerprint")));
              return finished;
            });
  }

  /**
   * Writes everything that follows from one source, or nothing.
   *
   * @param merged what the category is merged into, and the origin of that
   */
  Future<IngestOutcome> record(
      String collection,
      IngestSource source,
      String fingerprint,
      Optional<Merged> merged,
      Finding finding) {
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
              .compose(done -> putTrack(connection, collection, source, finding))
              .compose(track -> putAd(connection, collection, source, finding, track))
              .compose(ad -> putItem(connection, collection, source, fingerprint, finding, ad));
        });
  }

  /**
   * A fine category and what it is merged into.
   *
   * @param origin paper, manifest or folder
   */
  record Merged(String category, String into, String origin) {}

  private static Future<Void> putMedia(SqlConnection connection, Finding finding) {
    if (!(finding.info() instanceof MediaInfo info)) {
      return Future.succeededFuture();
    }
    var picture = info.picture();
    var sound = info.sound();
    return run(
        connection,
        PUT_MEDIA,
        Tuple.tuple()
            .addString(finding.sha256())
            .addLong(finding.bytes())
            .addString(info.container())
            .addDouble(info.durationSeconds())
            .addInteger(picture.map(Picture::width).orElse(null))
            .addInteger(picture.map(Picture::height).orElse(null))
            .addDouble(picture.map(Picture::framesPerSecond).orElse(null))
            .addString(sound.map(SoundTrack::codec).orElse(null))
            .addInteger(sound.map(SoundTrack::sampleRateHz).orElse(null))
            .addInteger(sound.map(SoundTrack::channels).orElse(null)));
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

  private static Future<Optional<Long>> putAd(
      SqlConnection connection,
      String collection,
      IngestSource source,
      Finding finding,
      Optional<Long> track) {
    var file = source.file().toString();
    var reason = finding.exclusion();
    var values =
        Tuple.tuple()
            .addString(collection)
            .addString(source.name())
            .addString(file)
            .addString(finding.sha256())
            .addString(source.category().orElse(null))
            .addString(source.tag().orElse(null))
            .addString(source.split().orElse(null))
            .addLong(track.orElse(null))
            .addString(reason.isPresent() ? "excluded" : "included")
            .addString(reason.map(Finding.Reason::code).orElse(null))
            .addString(reason.map(Finding.Reason::detail).orElse(null))
            .addFloat(finding.musicShare().map(Double::floatValue).orElse(null))
            .addBoolean(source.synthetic());
    return run(connection, FORGET_EARLIER, Tuple.of(collection, file, finding.sha256()))
        .compose(done -> connection.preparedQuery(PUT_AD).execute(values))
        .map(rows -> rows.stream().findFirst().map(row -> row.getLong("id")));
  }

  private static Future<IngestOutcome> putItem(
      SqlConnection connection,
      String collection,
      IngestSource source,
      String fingerprint,
      Finding finding,
      Optional<Long> ad) {
    var outcome = outcome(finding, ad);
    return run(
            connection,
            PUT_ITEM,
            Tuple.of(
                collection, source.file().toString(), fingerprint, outcome.key(), ad.orElse(null)))
        .map(done -> outcome);
  }

  private static IngestOutcome outcome(Finding finding, Optional<Long> ad) {
    if (ad.isEmpty()) {
      return IngestOutcome.DUPLICATE;
    }
    return finding.exclusion().isPresent() ? IngestOutcome.EXCLUDED : IngestOutcome.INCLUDED;
  }

  private static Future<Void> run(SqlConnection connection, String sql, @Nullable Tuple values) {
    return connection.preparedQuery(sql).execute(values).mapEmpty();
  }
}
