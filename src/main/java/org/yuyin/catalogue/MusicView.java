package org.yuyin.catalogue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuyin.media.facts.Brightness;
import org.yuyin.media.facts.Energy;
import org.yuyin.media.facts.MusicalKey;

/** What people look at of the music. Reads only. */
public final class MusicView {
  // A track that was not given by itself sounds as it does in the ad that brought it.
  private static final String CARD =
      """
      SELECT track.id, track.title, track.artist, track.origin = 'upload' AS uploaded,
        coalesce(track.file_name, first.ad_name) AS sound_from,
        coalesce(track.sha256, first.sha256) AS sha256, first.category, first.merged,
        coalesce(first.synthetic, false) AS synthetic, used.ads,
      """
          + LicenceColumns.LIST
          + ", "
          + SoundFactsColumns.LIST;

  private static final String FROM =
      """
      FROM track
      LEFT JOIN LATERAL (
        SELECT ad.name AS ad_name, ad.sha256, ad.category, category.merged,
          ad.synthetic
        FROM ad LEFT JOIN category ON category.name = ad.category
        WHERE ad.track_id = track.id AND ad.sha256 IS NOT NULL ORDER BY ad.id LIMIT 1) AS first
        ON true
      CROSS JOIN LATERAL (
        SELECT count(*) AS ads FROM ad WHERE ad.track_id = track.id) AS used
      LEFT JOIN sound_facts ON sound_facts.sha256 = coalesce(track.sha256, first.sha256)
      LEFT JOIN licence ON licence.track_id = track.id
      WHERE coalesce(track.sha256, first.sha256) IS NOT NULL
      """;

  // Energy and brightness are compared by the number of their level.
  private static final String FILTER =
      """
        AND ($1::text IS NULL
          OR strpos(lower(concat_ws(' ', track.title, track.artist)), lower($1)) > 0)
        AND ($2::text IS NULL OR first.category = $2 OR first.merged = $2)
        AND ($3::float8 IS NULL OR sound_facts.seconds BETWEEN $3 AND $4)
        AND ($5::float8 IS NULL OR sound_facts.tempo_bpm BETWEEN $5 AND $6)
        AND ($7::float8 IS NULL OR sound_facts.loudness_lufs BETWEEN $7 AND $8)
        AND ($9::int IS NULL OR sound_facts.key_tonic = $9 AND sound_facts.key_minor = $10)
        AND ($11::int[] IS NULL OR width_bucket(sound_facts.energy, $12::float8[]) = ANY($11))
        AND ($13::int[] IS NULL
          OR width_bucket(sound_facts.brightness_hz, $14::float8[]) = ANY($13))
        AND ($15::boolean IS NULL OR (sound_facts.voice >= 0.5) = $15)
        AND ($16::text IS NULL OR licence.platforms = '{}' OR $16 = ANY(licence.platforms))
        AND ($17::text IS NULL OR licence.territories = '{}' OR $17 = ANY(licence.territories))
        AND ($16 IS NULL AND $17 IS NULL
          OR current_date BETWEEN coalesce(licence.valid_from, '-infinity')
            AND coalesce(licence.valid_until, 'infinity'))
        AND ($18::boolean IS NULL OR (track.origin = 'upload') = $18)
      """;

  private static final String COUNT = "SELECT count(*) AS tracks " + FROM + FILTER;

  private static final String ONE = CARD + FROM + "AND track.id = $1";

  private static final String PLATFORMS =
      "SELECT DISTINCT unnest(platforms) AS word FROM licence ORDER BY word";

  private static final String TERRITORIES =
      "SELECT DISTINCT unnest(territories) AS word FROM licence ORDER BY word";

  private final Pool pool;

  /** Reads through that pool. */
  public MusicView(Pool pool) {
    this.pool = pool;
  }

  /**
   * One page of a list.
   *
   * @param most tracks on the page
   * @param after how many to skip
   */
  public Future<List<TrackCard>> tracks(TrackQuery query, int most, int after) {
    var sql = CARD + FROM + FILTER + "ORDER BY " + query.order().sql() + " LIMIT $19 OFFSET $20";
    return pool.preparedQuery(sql)
        .mapping(MusicView::card)
        .execute(values(query).addInteger(most).addInteger(after))
        .map(rows -> rows.stream().toList());
  }

  /** How many tracks a query finds. */
  public Future<Long> count(TrackQuery query) {
    return pool.preparedQuery(COUNT)
        .execute(values(query))
        .map(rows -> rows.iterator().next().getLong("tracks"));
  }

  /** One track. */
  public Future<Optional<TrackCard>> track(long id) {
    return pool.preparedQuery(ONE)
        .mapping(MusicView::card)
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().findFirst());
  }

  /** Platforms that licences name, in alphabetical order. */
  public Future<List<String>> platforms() {
    return words(PLATFORMS);
  }

  /** Countries that licences name, in alphabetical order. */
  public Future<List<String>> territories() {
    return words(TERRITORIES);
  }

  private Future<List<String>> words(String sql) {
    return pool.query(sql)
        .mapping(row -> row.getString("word"))
        .execute()
        .map(rows -> rows.stream().toList());
  }

  private static Tuple values(TrackQuery query) {
    var music = query.music();
    return Tuple.tuple()
        .addString(query.text().orElse(null))
        .addString(query.category().orElse(null))
        .addDouble(query.seconds().map(NumberRange::least).orElse(null))
        .addDouble(query.seconds().map(NumberRange::most).orElse(null))
        .addDouble(music.tempo().map(NumberRange::least).orElse(null))
        .addDouble(music.tempo().map(NumberRange::most).orElse(null))
        .addDouble(music.loudness().map(NumberRange::least).orElse(null))
        .addDouble(music.loudness().map(NumberRange::most).orElse(null))
        .addInteger(music.key().map(MusicalKey::tonic).orElse(null))
        .addBoolean(music.key().map(MusicalKey::minor).orElse(null))
        .addArrayOfInteger(levels(music.energy()))
        .addArrayOfDouble(Energy.bounds().toArray(Double[]::new))
        .addArrayOfInteger(levels(music.brightness()))
        .addArrayOfDouble(Brightness.boundsHz().toArray(Double[]::new))
        .addBoolean(music.vocal().orElse(null))
        .addString(music.licence().platform().orElse(null))
        .addString(music.licence().territory().orElse(null))
        .addBoolean(uploaded(query.source()));
  }

  private static @Nullable Boolean uploaded(TrackQuery.Source source) {
    return source == TrackQuery.Source.ANY ? null : source == TrackQuery.Source.UPLOADED;
  }

  private static Integer @Nullable [] levels(Collection<? extends Enum<?>> wanted) {
    return wanted.isEmpty() ? null : wanted.stream().map(Enum::ordinal).toArray(Integer[]::new);
  }

  private static TrackCard card(Row row) {
    return new TrackCard(
        row.getLong("id"),
        row.getString("title"),
        Optional.ofNullable(row.getString("artist")),
        row.getBoolean("uploaded"),
        row.getString("sound_from"),
        row.getString("sha256"),
        Optional.ofNullable(row.getString("category")),
        Optional.ofNullable(row.getString("merged")),
        row.getLong("ads"),
        row.getBoolean("synthetic"),
        SoundFactsColumns.read(row),
        LicenceColumns.read(row));
  }
}
