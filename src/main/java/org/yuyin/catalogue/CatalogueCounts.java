package org.yuyin.catalogue;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * How much there is, over all collections; uploads are counted apart.
 *
 * @param included ads that models may learn from
 * @param excluded ads left out
 * @param uploaded ads that somebody asked music for
 * @param tracks pieces of music in included ads
 * @param synthetic how many of the included ads the generator made
 * @param reasons why ads were left out, the most frequent first
 * @param categories fine categories, by merged category, then the largest first
 */
public record CatalogueCounts(
    long included,
    long excluded,
    long uploaded,
    long tracks,
    long synthetic,
    List<Reason> reasons,
    List<Category> categories) {

  /** Of ads by state and reason, the most first. */
  static CatalogueCounts of(List<Ads> ads, long tracks, List<Category> categories) {
    return new CatalogueCounts(
        sum(ads, "included", Ads::ads),
        sum(ads, "excluded", Ads::ads),
        sum(ads, "uploaded", Ads::ads),
        tracks,
        sum(ads, "included", Ads::synthetic),
        ads.stream().flatMap(some -> some.reason().stream()).toList(),
        categories);
  }

  private static long sum(List<Ads> ads, String state, ToLongFunction<Ads> count) {
    return ads.stream().filter(some -> some.state().equals(state)).mapToLong(count).sum();
  }

  /** How many ads have no category, of those that are in or left out. */
  public long withoutCategory() {
    return included + excluded - categories.stream().mapToLong(Category::found).sum();
  }

  /** One reason for leaving ads out, such as {@code speech_only}, and how many it hit. */
  public record Reason(String key, long ads) {}

  /**
   * Ads in one state.
   *
   * @param state included, excluded or uploaded
   * @param exclusion why they were left out
   * @param ads how many there are
   * @param synthetic how many of them the generator made
   */
  record Ads(String state, Optional<String> exclusion, long ads, long synthetic) {
    /** Of a row that has columns of these names. */
    static Ads of(Row row) {
      return new Ads(
          row.getString("state"),
          Optional.ofNullable(row.getString("exclusion")),
          row.getLong("ads"),
          row.getLong("synthetic"));
    }

    Optional<Reason> reason() {
      return exclusion.map(key -> new Reason(key, ads));
    }
  }

  /**
   * One fine category.
   *
   * @param name as in the manifest or folder
   * @param merged what it is merged into
   * @param found ads before filtering
   * @param kept ads after filtering
   */
  public record Category(String name, String merged, long found, long kept) {
    /** Of a row that has columns of these names. */
    static Category of(Row row) {
      return new Category(
          row.getString("name"),
          row.getString("merged"),
          row.getLong("found"),
          row.getLong("kept"));
    }
  }
}
