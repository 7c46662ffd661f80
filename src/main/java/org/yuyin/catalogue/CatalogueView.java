package org.yuyin.catalogue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What people look at of the catalogue: counts and lists. Reads only. */
public final class CatalogueView {
  private static final String COUNT_ADS =
      """
      SELECT state, exclusion, count(*) AS ads, count(*) FILTER (WHERE synthetic) AS synthetic
      FROM ad GROUP BY state, exclusion ORDER BY ads DESC, exclusion
      """;

  private static final String COUNT_TRACKS =
      """
      SELECT count(*) AS tracks FROM (
        SELECT DISTINCT track_id FROM ad WHERE state = 'included' AND track_id IS NOT NULL) AS used
      """;

  private static final String COUNT_CATEGORIES =
      """
      SELECT category.name, category.merged, counted.found, counted.kept
      FROM category JOIN
      """
          + Categories.COUNTED
          + """
      ON counted.category = category.name
      ORDER BY category.merged, found DESC, category.name
      """;

  private static final String COUNT_UNCATEGORISED =
      "SELECT count(*) AS ads FROM ad WHERE category IS NULL AND state <> 'uploaded'";

  private static final String CARD =
      """
      SELECT ad.id, ad.collection, ad.name, ad.source, ad.sha256, ad.category, category.merged,
        ad.tag, ad.track_id, track.title, ad.state, ad.exclusion, ad.exclusion_detail,
        ad.music_share, media_file.duration_seconds, media_file.width, media_file.height,
        ad.synthetic, ad.created_at
      FROM ad
      LEFT JOIN category ON category.name = ad.category
      LEFT JOIN track ON track.id = ad.track_id
      LEFT JOIN media_file ON media_file.sha256 = ad.sha256
      """;

  // Only what sorting may need is joined: the planner leaves out what a query does not touch.
  private static final String LISTED =
      """
      FROM ad LEFT JOIN media_file ON media_file.sha256 = ad.sha256
      """;

  /** How an ad came by its category, as {@link AdFilter.Label} has it. */
  private static final String LABEL =
      """
      CASE WHEN ad.category IS NULL THEN 'none'
        WHEN ad.categorised_at IS NULL THEN 'source'
        ELSE 'person' END""";

  private static final String NEWEST_FIRST = " ORDER BY ad.id DESC";

  private static final String ONE = CARD + "WHERE ad.id = $1";

  private static final String THESE =
      CARD + "WHERE ad.id = ANY($1::bigint[]) ORDER BY array_position($1::bigint[], ad.id)";

  private static final String MERGED_CATEGORIES =
      "SELECT DISTINCT merged FROM category ORDER BY merged";

  // Leaps from each name to the next instead of reading every ad.
  private static final String COLLECTIONS =
      """
      WITH RECURSIVE known (collection) AS (
        SELECT min(collection) FROM ad WHERE state <> 'uploaded'
        UNION ALL
        SELECT (SELECT min(ad.collection) FROM ad
          WHERE ad.state <> 'uploaded' AND ad.collection > known.collection)
        FROM known WHERE known.collection IS NOT NULL)
      SELECT collection FROM known WHERE collection IS NOT NULL ORDER BY collection
      """;

  private final Pool pool;

  /** Reads through that pool. */
  public CatalogueView(Pool pool) {
    this.pool = pool;
  }

  /** Counts of everything. */
  public Future<CatalogueCounts> counts() {
    var ads = pool.query(COUNT_ADS).mapping(CatalogueCounts.Ads::of).execute();
    var tracks = pool.query(COUNT_TRACKS).execute();
    var categories = categories();
    return Future.all(ads, tracks, categories)
        .map(
            done ->
                CatalogueCounts.of(
                    list(ads.result()),
                    tracks.result().iterator().next().getLong("tracks"),
                    categories.result()));
  }

  /** Fine categories that have ads, by merged category, then the largest first. */
  public Future<List<CatalogueCounts.Category>> categories() {
    return pool.query(COUNT_CATEGORIES)
        .mapping(CatalogueCounts.Category::of)
        .execute()
        .map(CatalogueView::list);
  }

  /** How many ads have no category, of those that are in or left out. */
  public Future<Long> withoutCategory() {
    return pool.query(COUNT_UNCATEGORISED)
        .execute()
        .map(rows -> rows.iterator().next().getLong("ads"));
  }

  /**
   * One page of a list: first which ads stand on it, which indexes tell, then what is shown of
   * them.
   *
   * @param most ads on the page
   * @param after how many to skip
   */
  public Future<List<AdCard>> ads(AdFilter filter, int most, int after) {
    var where = conditions(filter);
    var sql = "SELECT ad.id " + LISTED + where.sql() + " ORDER BY " + filter.order().sql();
    return pool.preparedQuery(where.page(sql))
        .mapping(row -> row.getLong("id"))
        .execute(where.values(most, after))
        .compose(ids -> ads(list(ids)));
  }

  /**
   * One page of a list, the newest first whatever the filter's order.
   *
   * @param below number that the ads lie below; empty begins with the newest
   */
  public Future<List<AdCard>> adsBelow(Optional<Long> below, AdFilter filter, int most) {
    var where = conditions(filter).and("ad.id < ?", below);
    return pool.preparedQuery(where.page("SELECT ad.id FROM ad" + where.sql() + NEWEST_FIRST))
        .mapping(row -> row.getLong("id"))
        .execute(where.values(most, 0))
        .compose(ids -> ads(list(ids)));
  }

  /** Those ads that there are, in the order asked for. */
  public Future<List<AdCard>> ads(List<Long> ids) {
    return pool.preparedQuery(THESE)
        .mapping(CatalogueView::card)
        .execute(Tuple.of(ids.toArray(Long[]::new)))
        .map(CatalogueView::list);
  }

  /** How many ads a filter takes. */
  public Future<Long> count(AdFilter filter) {
    var where = conditions(filter);
    return pool.preparedQuery("SELECT count(*) AS ads FROM ad " + where.sql())
        .execute(where.values())
        .map(rows -> rows.iterator().next().getLong("ads"));
  }

  /** One ad. */
  public Future<Optional<AdCard>> ad(long id) {
    return one(ONE, id);
  }

  /** Merged categories in alphabetical order: their place gives them their colour everywhere. */
  public Future<List<String>> mergedCategories() {
    return words(MERGED_CATEGORIES, "merged");
  }

  /** Names of the sets of ads. */
  public Future<List<String>> collections() {
    return words(COLLECTIONS, "collection");
  }

  private Future<Optional<AdCard>> one(String query, long id) {
    return pool.preparedQuery(query)
        .mapping(CatalogueView::card)
        .execute(Tuple.of(id))
        .map(rows -> list(rows).stream().findFirst());
  }

  private Future<List<String>> words(String query, String column) {
    return pool.query(query)
        .mapping(row -> row.getString(column))
        .execute()
        .map(CatalogueView::list);
  }

  private static Conditions conditions(AdFilter filter) {
    return new Conditions()
        .and("ad.collection = ?", filter.collection())
        .and("ad.category = ?", filter.category())
        .and("ad.category IN (SELECT name FROM category WHERE merged = ?)", filter.mergedCategory())
        .and("ad.state = ?", filter.state())
        .and("ad.exclusion = ?", filter.exclusion())
        .and(
            "(strpos(lower(ad.name), lower(?)) > 0 OR strpos(lower(ad.tag), lower(?)) > 0)",
            filter.text())
        .and("ad.split = ?", filter.split())
        .and("ad.track_id = ?", filter.trackId())
        .within("round((100 * ad.music_share)::numeric)::float8", filter.musicPercent())
        .and(LABEL + " = ?", label(filter.label()));
  }

  private static Optional<String> label(AdFilter.Label label) {
    return label == AdFilter.Label.ANY
        ? Optional.empty()
        : Optional.of(label.name().toLowerCase(Locale.ROOT));
  }

  private static AdCard card(Row row) {
    return new AdCard(
        row.getLong("id"),
        row.getString("collection"),
        row.getString("name"),
        row.getString("source"),
        Optional.ofNullable(row.getString("sha256")),
        Optional.ofNullable(row.getString("category")),
        Optional.ofNullable(row.getString("merged")),
        Optional.ofNullable(row.getString("tag")),
        Optional.ofNullable(row.getLong("track_id")),
        Optional.ofNullable(row.getString("title")),
        row.getString("state"),
        Optional.ofNullable(row.getString("exclusion")),
        Optional.ofNullable(row.getString("exclusion_detail")),
        number(row.getFloat("music_share")),
        number(row.getDouble("duration_seconds")),
        Optional.ofNullable(row.getInteger("width")),
        Optional.ofNullable(row.getInteger("height")),
        row.getBoolean("synthetic"),
        instant(row.getOffsetDateTime("created_at")));
  }

  private static Optional<Double> number(@Nullable Number value) {
    return Optional.ofNullable(value).map(Number::doubleValue);
  }

  private static java.time.Instant instant(OffsetDateTime time) {
    return time.toInstant();
  }

  private static <T> List<T> list(Iterable<T> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }
}
