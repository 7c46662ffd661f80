package org.yuyin.catalogue.synthetic.plan;

/**
 * How many ads of each kind.
 *
 * @param music good ones
 * @param heldOut for recommendations, not in the catalogue
 */
public record PlanSize(
    int music,
    int speechOnly,
    int silent,
    int noAudio,
    int halfMusic,
    int duplicates,
    int truncated,
    int heldOut) {

  /** 240 good ads, 37 that the filter has to deal with, 6 held out. */
  public static PlanSize standard() {
    return ofAds(240);
  }

  /** So many good ads, with others beside them in the proportions of {@link #standard}. */
  public static PlanSize ofAds(int good) {
    return new PlanSize(good, good / 20, good / 30, good / 60, good / 24, good / 120, 1, 6);
  }

  public PlanSize {
    if (music < 1
        || speechOnly < 0
        || silent < 0
        || noAudio < 0
        || halfMusic < 0
        || truncated < 0
        || heldOut < 0
        || duplicates < 0
        || duplicates > music) {
      throw new IllegalArgumentException(
          "a demo catalogue needs at least one good ad and no more duplicates than good ads");
    }
  }
}
