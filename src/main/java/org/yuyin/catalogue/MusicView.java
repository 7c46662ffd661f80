package org.yuyin.catalogue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
      """;

  // The same for all tracks at once. The planner leaves out the joins that a query does not touch.
  private static final String LISTED =
      """
      FROM track
      LEFT JOIN (
        SELECT DISTINCT ON (track_id) track_id, sha256, category FROM ad
        WHERE track_id IS NOT NULL AND sha256 IS NOT NULL ORDER BY track_id, id) AS first
        ON first.track_id = track.id
      LEFT JOIN category ON category.name = first.category
      LEFT JOIN (
        SELECT track_id, count(*) AS ads FROM ad GROUP BY track_id) AS used
        ON used.track_id = track.id
      LEFT JOIN sound_facts ON sound_facts.sha256 = coalesce(track.sha256, first.sha256)
      LEFT JOIN licence ON licence.track_id = track.id
      """;

  private static final String HEARD = "coalesce(track.sha256, first.sha256) IS NOT NULL";

  private static final String HOLDS_TODAY =
      """
      current_date BETWEEN coalesce(licence.valid_from, '-infinity')
        AND coalesce(licence.valid_until, 'infinity')
      """;

  private static final String COUNT = "SELECT count(*) AS tracks " + LISTED;

  private static final String ONE = CARD + FROM + "WHERE track.id = $1 AND " + HEARD;

  private static final String THESE =
      CARD
          + FROM
          + "WHERE track.id = ANY($1::bigint[]) ORDER BY array_position($1::bigint[], track.id)";

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
   * One page of a list: first which tracks stand on it, then what is shown of them.
   *
   * @param most tracks on the page
   * @param after how many to skip
   */
  public Future<List<TrackCard>> tracks(TrackQuery query, int most, int after) {
    var where = conditions(query);
    var sql = "SELECT track.id " + LISTED + where.sql() + " ORDER BY " + query.order().sql();
    return pool.preparedQuery(where.page(sql))
        .mapping(row -> row.getLong("id"))
        .execute(where.values(most, after))
        .compose(ids -> tracks(ids.stream().toList()));
  }

  /**
   * One page of a list, the newest first whatever the query's order.
   *
   * @param below number that the tracks lie below; empty begins with the newest
   */
  public Future<List<TrackCard>> tracksBelow(Optional<Long> below, TrackQuery query, int most) {
    var where = conditions(query).and("track.id < ?", below);
    var sql = "SELECT track.id " + LISTED + where.sql() + " ORDER BY track.id DESC";
    return pool.preparedQuery(where.page(sql))
        .mapping(row -> row.getLong("id"))
        .execute(where.values(most, 0))
        .compose(ids -> tracks(ids.stream().toList()));
  }

  private Future<List<TrackCard>> tracks(List<Long> ids) {
    return pool.preparedQuery(THESE)
        .mapping(MusicView::card)
        .execute(Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)))
        .map(rows -> rows.stream().toList());
  }

  /** How many tracks a query finds. */
  public Future<Long> count(TrackQuery query) {
    var where = conditions(query);
    return pool.preparedQuery(COUNT + where.sql())
        .execute(where.values())
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

  private static Conditions conditions(TrackQuery query) {
    var music = query.music();
    return new Conditions(HEARD)
        .and("strpos(lower(concat_ws(' ', track.title, track.artist)), lower(?)) > 0", query.text())
        .and("(category.name = ? OR category.merged = ?)", query.category())
        .and("(track.origin = 'upload') = ?", uploaded(query.source()))
        .within("sound_facts.seconds", query.seconds())
        .within("sound_facts.tempo_bpm", music.tempo())
        .within("sound_facts.loudness_lufs", music.loudness())
        .and("sound_facts.key_tonic = ?", music.key().map(MusicalKey::tonic))
        .and("sound_facts.key_minor = ?", music.key().map(MusicalKey::minor))
        .and(level("energy", Energy.bounds()), numbers(music.energy()))
        .and(level("brightness_hz", Brightness.boundsHz()), numbers(music.brightness()))
        .and("(sound_facts.voice >= 0.5) = ?", music.vocal())
        .and(allowed("platforms"), music.licence().platform())
        .and(allowed("territories"), music.licence().territory());
  }

  private static Optional<Boolean> uploaded(TrackQuery.Source source) {
    return source == TrackQuery.Source.ANY
        ? Optional.empty()
        : Optional.of(source == TrackQuery.Source.UPLOADED);
  }

  /** That a fact is of one of some levels, which are compared by their numbers. */
  private static String level(String column, List<Double> bounds) {
    return "width_bucket(sound_facts.%s, ARRAY%s::float8[]) = ANY(?)".formatted(column, bounds);
  }

  private static Optional<Integer[]> numbers(Collection<? extends Enum<?>> wanted) {
    return Optional.of(wanted)
        .filter(levels -> !levels.isEmpty())
        .map(levels -> levels.stream().map(Enum::ordinal).toArray(Integer[]::new));
  }

  /** That a licence which holds today allows a platform or territory. */
  private static String allowed(String column) {
    return "(licence.%1$s = '{}' OR ? = ANY(licence.%1$s)) AND ".formatted(column) + HOLDS_TODAY;
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
