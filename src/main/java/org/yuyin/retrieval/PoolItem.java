package org.yuyin.retrieval;

import java.util.Optional;
import java.util.OptionalLong;
import org.yuyin.catalogue.Licence;
import org.yuyin.dataset.Pair;
import org.yuyin.media.facts.SoundFacts;

/**
 * One entry of the pool: the clip of music under an ad's pictures, or music that was uploaded by
 * itself and belongs to no ad and no category.
 *
 * @param name of the ad, unique in its dataset; of an upload, who made it
 * @param trackKey which piece of music; several items may share one
 * @param title of the piece, for people
 * @param category fine category of the ad; blank for an upload
 * @param mergedCategory what that is merged into
 * @param synthetic true when it was generated
 * @param ad number of the ad in the catalogue; empty when the dataset was imported, and for uploads
 * @param track the music in the catalogue; empty when the dataset was imported
 * @param facts of its music; empty when the dataset was imported or nobody measured them
 * @param gone true when the catalogue has its ad no more: it is neither recommended nor shown
 */
public record PoolItem(
    String name,
    String trackKey,
    String title,
    String category,
    String mergedCategory,
    boolean synthetic,
    OptionalLong ad,
    Optional<CatalogueTrack> track,
    Optional<SoundFacts> facts,
    boolean gone) {
  /** Whether it is a clip of its own: not gone, and no row that people's verdicts added. */
  boolean counts() {
    return !gone && !Pair.isAdded(name);
  }

  /** Whether it was uploaded by itself. */
  public boolean uploaded() {
    return track.isPresent() && ad.isEmpty();
  }

  /**
   * Its music in the catalogue.
   *
   * @param id of the track
   * @param sha256 of the media file that sounds
   * @param licence what it may be used for; empty when nobody says
   */
  public record CatalogueTrack(long id, String sha256, Optional<Licence> licence) {}

  /** What it may be used for; empty when nobody says. */
  public Optional<Licence> licence() {
    return track.flatMap(CatalogueTrack::licence);
  }
}
