package org.yuyin.catalogue;

import java.util.Optional;

/**
 * Which ads to list; an empty choice takes all.
 *
 * @param collection of that set
 * @param category of that fine category
 * @param mergedCategory of that merged category
 * @param state included, excluded or uploaded
 * @param exclusion left out for that reason
 * @param text part of the name or the tag, in any case
 * @param split of that split
 * @param trackId with that music
 * @param musicPercent with so much music in its sound, in whole per cent
 * @param label with a category that came about like that
 * @param order by what to sort
 */
public record AdFilter(
    Optional<String> collection,
    Optional<String> category,
    Optional<String> mergedCategory,
    Optional<String> state,
    Optional<String> exclusion,
    Optional<String> text,
    Optional<String> split,
    Optional<Long> trackId,
    Optional<NumberRange> musicPercent,
    Label label,
    Order order) {

  /** How an ad came by its category. */
  public enum Label {
    /** In any way. */
    ANY,
    /** A person said it. */
    PERSON,
    /** It came with the ad: by a folder or a manifest. */
    SOURCE,
    /** It has none. */
    NONE
  }

  /** Orders of a list; ads that lack the fact come last. */
  public enum Order {
    /** The newest first. */
    NEWEST("ad.id DESC"),
    /** By name. */
    NAME("lower(ad.name), ad.id"),
    /** The shortest first. */
    LENGTH("media_file.duration_seconds NULLS LAST, ad.id"),
    /** Those with the least music first. */
    MUSIC("ad.music_share NULLS LAST, ad.id");

    private final String sql;

    Order(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }
  }

  /** Every ad there is, the newest first. */
  public static AdFilter all() {
    return new AdFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Label.ANY,
        Order.NEWEST);
  }

  /** Only ads with that music. */
  public AdFilter withTrack(long wanted) {
    return new AdFilter(
        collection,
        category,
        mergedCategory,
        state,
        exclusion,
        text,
        split,
        Optional.of(wanted),
        musicPercent,
        label,
        order);
  }

  /** Only ads in that state. */
  public AdFilter inState(String wanted) {
    return new AdFilter(
        collection,
        category,
        mergedCategory,
        Optional.of(wanted),
        exclusion,
        text,
        split,
        trackId,
        musicPercent,
        label,
        order);
  }
}
