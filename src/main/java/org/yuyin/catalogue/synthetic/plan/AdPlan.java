package org.yuyin.catalogue.synthetic.plan;

/**
 * An ad that is to be made.
 *
 * @param id unique in its catalogue, also the file's name
 * @param kind what is right or wrong with it
 * @param category of the product
 * @param mood of the picture
 * @param seed of the picture
 * @param track music that the ad is cut to, even where it is not heard
 * @param fromBar first bar of the track that it uses, from 0
 */
public record AdPlan(
    String id,
    AdKind kind,
    ProductCategory category,
    Mood mood,
    long seed,
    TrackPlan track,
    int fromBar) {

  /** Path below the catalogue's folder. */
  public String file() {
    return (kind == AdKind.HELD_OUT ? "held-out/" : "ads/") + id + ".mp4";
  }
}
