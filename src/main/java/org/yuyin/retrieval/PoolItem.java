package org.yuyin.retrieval;

import java.util.Optional;
import org.yuyin.dataset.Pair;
import org.yuyin.media.facts.SoundFacts;

/**
 * One ad of the pool: a clip of music under its pictures.
 *
 * @param name of the ad, unique in its dataset
 * @param trackKey which piece of music; several items may share one
 * @param title of the piece, for people
 * @param category fine category of the ad
 * @param mergedCategory what that is merged into
 * @param synthetic true when it was generated
 * @param ad the ad in the catalogue; empty when the dataset was imported
 * @param facts of its music; empty when the dataset was imported or nobody measured them
 */
public record PoolItem(
    String name,
    String trackKey,
    String title,
    String category,
    String mergedCategory,
    boolean synthetic,
    Optional<CatalogueAd> ad,
    Optional<SoundFacts> facts) {
  /** Whether the row is there only because people accepted its music; it recommends nothing. */
  boolean added() {
    return Pair.isAdded(name);
  }

  /**
   * Where its media are.
   *
   * @param adId of the ad
   * @param trackId of its music
   * @param sha256 of the media file
   */
  public record CatalogueAd(long adId, long trackId, String sha256) {}
}
