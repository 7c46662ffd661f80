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
      SELECT count(*) FILTER (WHERE state = 'included') AS included,
        count(*) FILTER (WHERE state = 'excluded') AS excluded,
        count(*) FILTER (WHERE state = 'uploaded') AS uploaded,
        count(DISTINCT track_id) FILTER (WHERE state = 'included') AS tracks,
        count(*) FILTER (WHERE state = 'included' AND synthetic) AS synthetic
      FROM ad
      """;

  private static final String COUNT_REASONS =
      """
      SELECT exclusion, count(*) AS ads FROM ad WHERE state = 'excluded'
      GROUP BY exclusion ORDER BY ads DESC, exclusion
      """;

  private static final String COUNT_CATEGORIES =
      """
      SELECT category.name, category.merged, count(*) AS found,
        count(*) FILTER (WHERE ad.state = 'included') AS kept
      FROM ad JOIN category ON category.name = ad.category
      WHERE ad.state <> 'uploaded'
      GROUP BY category.name, category.merged
      ORDER BY category.merged, found DESC, category.name
      """;

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

  private static final String FILTER =
      """
      WHERE ($1::text IS NULL OR ad.collection = $1)
        AND ($2::text IS NULL OR ad.category = $2)
        AND ($3::text IS NULL OR category.merged = $3)
        AND ($4::text IS NULL OR ad.state = $4)
        AND ($5::text IS NULL OR ad.exclusion = $5)
        AND ($6::text IS NULL OR strpos(lower(ad.name), lower($6)) > 0
          OR strpos(lower(ad.tag), lower($6)) > 0)
        AND ($7::text IS NULL OR ad.split = $7)
        AND ($8::bigint IS NULL OR ad.track_id = $8)
        AND ($9::float8 IS NULL OR round((100 * ad.music_share)::numeric) BETWEEN $9 AND $10)
        AND ($11::text = 'any' OR $11 = CASE
          WHEN ad.category IS NULL THEN 'none'
          WHEN ad.categorised_at IS NULL THEN 'source'
          ELSE 'person' END)
      """;

  private static final String COUNT =
      """
      SELECT count(*) AS ads FROM ad LEFT JOIN category ON category.name = ad.category
      """
          + FILTER;

  private static final String ONE = CARD + "WHERE ad.id = $1";

  private static final String THESE =
      CARD + "WHERE ad.id = ANY($1::bigint[]) ORDER BY array_position($1::bigint[], ad.id)";

  // A track sounds as it does in the ad that brought it.
  private static final String MERGED_CATEGORIES =
      "SELECT DISTINCT merged FROM category ORDER BY merged";

  private static final String COLLECTIONS =
      "SELECT DISTINCT collection FROM ad WHERE state <> 'uploaded' ORDER BY collection";

  private final Pool pool;

  /** Reads through that pool. */
  public CatalogueView(Pool pool) {
    this.pool = pool;
  }

  /** Counts of everything. */
  public Future<CatalogueCounts> counts() {
    var ads = pool.query(COUNT_ADS).execute();
    var reasons = pool.query(COUNT_REASONS).mapping(CatalogueView::reason).execute();
    var categories = pool.query(COUNT_CATEGORIES).mapping(CatalogueCounts.Category::of).execute();
    return Future.all(ads, reasons, categories)
        .map(
            done -> {
              var row = ads.result().iterator().next();
              return new CatalogueCounts(
                  row.getLong("included"),
                  row.getLong("excluded"),
                  row.getLong("uploaded"),
                  row.getLong("tracks"),
                  row.getLong("synthetic"),
                  list(reasons.result()),
                  list(categories.result()));
            });
  }

  /**
   * One page of a list, the newest first.
   *
   * @param most ads on the page
   * @param after how many to skip
   */
  public Future<List<AdCard>> ads(AdFilter filter, int most, int after) {
    var list = CARD + FILTER + "ORDER BY " + filter.order().sql() + " LIMIT $12 OFFSET $13";
    return pool.preparedQuery(list)
        .mapping(CatalogueView::card)
        .execute(filterValues(filter).addInteger(most).addInteger(after))
        .map(CatalogueView::list);
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
    return pool.preparedQuery(COUNT)
        .execute(filterValues(filter))
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

  private static Tuple filterValues(AdFilter filter) {
    return Tuple.tuple()
        .addString(filter.collection().orElse(null))
        .addString(filter.category().orElse(null))
        .addString(filter.mergedCategory().orElse(null))
        .addString(filter.state().orElse(null))
        .addString(filter.exclusion().orElse(null))
        .addString(filter.text().orElse(null))
        .addString(filter.split().orElse(null))
        .addLong(filter.trackId().orElse(null))
        .addDouble(filter.musicPercent().map(NumberRange::least).orElse(null))
        .addDouble(filter.musicPercent().map(NumberRange::most).orElse(null))
        .addString(filter.label().name().toLowerCase(Locale.ROOT));
  }

  private static CatalogueCounts.Reason reason(Row row) {
    return new CatalogueCounts.Reason(row.getString("exclusion"), row.getLong("ads"));
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
