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
  // A track sounds as it does in the ad that brought it.
  private static final String CARD =
      """
      SELECT track.id, track.title, first.ad_id, first.ad_name, first.sha256, first.category,
        first.merged, first.synthetic, used.ads,
      """
          + SoundFactsColumns.LIST;

  private static final String FROM =
      """
      FROM track
      CROSS JOIN LATERAL (
        SELECT ad.id AS ad_id, ad.name AS ad_name, ad.sha256, ad.category, category.merged,
          ad.synthetic
        FROM ad LEFT JOIN category ON category.name = ad.category
        WHERE ad.track_id = track.id AND ad.sha256 IS NOT NULL ORDER BY ad.id LIMIT 1) AS first
      CROSS JOIN LATERAL (
        SELECT count(*) AS ads FROM ad WHERE ad.track_id = track.id) AS used
      LEFT JOIN sound_facts ON sound_facts.sha256 = first.sha256
      """;

  // Energy and brightness are compared by the number of their level.
  private static final String WHERE =
      """
      WHERE ($1::text IS NULL OR strpos(lower(track.title), lower($1)) > 0)
        AND ($2::text IS NULL OR first.category = $2 OR first.merged = $2)
        AND ($3::float8 IS NULL OR sound_facts.seconds BETWEEN $3 AND $4)
        AND ($5::float8 IS NULL OR sound_facts.tempo_bpm BETWEEN $5 AND $6)
        AND ($7::float8 IS NULL OR sound_facts.loudness_lufs BETWEEN $7 AND $8)
        AND ($9::int IS NULL OR sound_facts.key_tonic = $9 AND sound_facts.key_minor = $10)
        AND ($11::int[] IS NULL OR width_bucket(sound_facts.energy, $12::float8[]) = ANY($11))
        AND ($13::int[] IS NULL
          OR width_bucket(sound_facts.brightness_hz, $14::float8[]) = ANY($13))
        AND ($15::boolean IS NULL OR (sound_facts.voice >= 0.5) = $15)
      """;

  private static final String COUNT = "SELECT count(*) AS tracks " + FROM + WHERE;

  private static final String ONE = CARD + FROM + "WHERE track.id = $1";

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
    var sql = CARD + FROM + WHERE + "ORDER BY " + query.order().sql() + " LIMIT $16 OFFSET $17";
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
        .addBoolean(music.vocal().orElse(null));
  }

  private static Integer @Nullable [] levels(Collection<? extends Enum<?>> wanted) {
    return wanted.isEmpty() ? null : wanted.stream().map(Enum::ordinal).toArray(Integer[]::new);
  }

  private static TrackCard card(Row row) {
    return new TrackCard(
        row.getLong("id"),
        row.getString("title"),
        row.getLong("ad_id"),
        row.getString("ad_name"),
        row.getString("sha256"),
        Optional.ofNullable(row.getString("category")),
        Optional.ofNullable(row.getString("merged")),
        row.getLong("ads"),
        row.getBoolean("synthetic"),
        SoundFactsColumns.read(row));
  }
}
