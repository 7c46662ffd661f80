package org.yuyin.catalogue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.yuyin.media.ProgrammeLoudness;
import org.yuyin.media.facts.Curve;
import org.yuyin.media.facts.KeyGuess;
import org.yuyin.media.facts.SoundCurves;
import org.yuyin.media.facts.SoundFacts;
import org.yuyin.media.facts.SoundMeasurement;
import org.yuyin.media.facts.Tempo;

/** Facts of sounds, kept in the {@code sound_facts} table (migration V010), by content hash. */
public final class SoundFactsRepository {
  private static final String PUT =
      """
      INSERT INTO sound_facts (sha256, version, seconds, tempo_bpm, tempo_clarity, key_tonic,
        key_minor, key_clarity, loudness_lufs, true_peak_dbtp, energy, brightness_hz, voice,
        energy_curve, brightness_curve)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
      ON CONFLICT (sha256) DO UPDATE SET
        version = EXCLUDED.version, seconds = EXCLUDED.seconds, tempo_bpm = EXCLUDED.tempo_bpm,
        tempo_clarity = EXCLUDED.tempo_clarity, key_tonic = EXCLUDED.key_tonic,
        key_minor = EXCLUDED.key_minor, key_clarity = EXCLUDED.key_clarity,
        loudness_lufs = EXCLUDED.loudness_lufs, true_peak_dbtp = EXCLUDED.true_peak_dbtp,
        energy = EXCLUDED.energy, brightness_hz = EXCLUDED.brightness_hz, voice = EXCLUDED.voice,
        energy_curve = EXCLUDED.energy_curve, brightness_curve = EXCLUDED.brightness_curve,
        measured_at = now()
      """;

  private static final String MISSING =
      """
      SELECT DISTINCT ad.sha256 FROM ad
      LEFT JOIN sound_facts ON sound_facts.sha256 = ad.sha256 AND sound_facts.version = $2
      WHERE ad.collection = $1 AND (ad.state = 'included' AND sound_facts.sha256 IS NULL
        OR ad.state <> 'uploaded' AND ad.music_share > 0 AND ad.heard IS NULL)
      ORDER BY ad.sha256
      """;

  // A track that was not given by itself sounds as it does in the ad that brought it.
  private static final String OF_TRACK =
      "SELECT "
          + SoundFactsColumns.LIST
          + """
          , sound_facts.energy_curve, sound_facts.brightness_curve
          FROM track
          LEFT JOIN ad ON ad.track_id = track.id
          JOIN sound_facts ON sound_facts.sha256 = coalesce(track.sha256, ad.sha256)
          WHERE track.id = $1 ORDER BY ad.id LIMIT 1
          """;

  private final Pool pool;

  /** Reads and writes through that pool. */
  public SoundFactsRepository(Pool pool) {
    this.pool = pool;
  }

  /** Keeps what was measured of a media file that is known already. */
  public Future<Void> put(String sha256, SoundMeasurement measured) {
    return put(pool, sha256, measured);
  }

  /** The same within a transaction. */
  static Future<Void> put(SqlClient client, String sha256, SoundMeasurement measured) {
    return client.preparedQuery(PUT).execute(values(sha256, measured)).mapEmpty();
  }

  /**
   * Content hashes of included ads whose sound was not measured, or by an older version, and of ads
   * whose share of music was measured before it was kept what is heard in each second.
   */
  Future<List<String>> missing(String collection) {
    return pool.preparedQuery(MISSING)
        .mapping(row -> row.getString("sha256"))
        .execute(Tuple.of(collection, SoundFacts.VERSION))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
  }

  /** What was measured of the sound of a track. */
  public Future<Optional<SoundMeasurement>> ofTrack(long trackId) {
    return pool.preparedQuery(OF_TRACK)
        .execute(Tuple.of(trackId))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .findFirst()
                    .flatMap(SoundFactsRepository::measurement));
  }

  private static Optional<SoundMeasurement> measurement(Row row) {
    var curves =
        new SoundCurves(
            new Curve(List.of(row.getArrayOfFloats("energy_curve"))),
            new Curve(List.of(row.getArrayOfFloats("brightness_curve"))));
    return SoundFactsColumns.read(row).map(facts -> new SoundMeasurement(facts, curves));
  }

  private static Tuple values(String sha256, SoundMeasurement measured) {
    var facts = measured.facts();
    var key = facts.key().map(KeyGuess::key);
    return Tuple.tuple()
        .addString(sha256)
        .addInteger(SoundFacts.VERSION)
        .addDouble(facts.seconds())
        .addDouble(facts.tempo().map(Tempo::bpm).orElse(null))
        .addDouble(facts.tempo().map(Tempo::clarity).orElse(null))
        .addInteger(key.map(it -> it.tonic()).orElse(null))
        .addBoolean(key.map(it -> it.minor()).orElse(null))
        .addDouble(facts.key().map(KeyGuess::clarity).orElse(null))
        .addDouble(facts.loudness().map(ProgrammeLoudness::integratedLufs).orElse(null))
        .addDouble(facts.loudness().map(ProgrammeLoudness::truePeakDbtp).orElse(null))
        .addDouble(facts.energy())
        .addDouble(facts.brightnessHz())
        .addDouble(facts.voice().orElse(null))
        .addArrayOfFloat(measured.curves().energyDb().perSecond().toArray(Float[]::new))
        .addArrayOfFloat(measured.curves().brightnessHz().perSecond().toArray(Float[]::new));
  }
}
