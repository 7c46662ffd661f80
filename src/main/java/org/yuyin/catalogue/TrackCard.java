package org.yuyin.catalogue;

import java.util.Optional;
import org.yuyin.media.facts.SoundFacts;

/**
 * What a list shows of one piece of music.
 *
 * @param id of the track
 * @param title how it is called
 * @param adId the ad that brought it, whose sound it is
 * @param adName how that ad is called
 * @param sha256 of that ad's file
 * @param category fine category of that ad
 * @param mergedCategory what that is merged into
 * @param ads how many ads use it
 * @param synthetic true when the generator composed it
 * @param facts what was measured of its sound
 */
public record TrackCard(
    long id,
    String title,
    long adId,
    String adName,
    String sha256,
    Optional<String> category,
    Optional<String> mergedCategory,
    long ads,
    boolean synthetic,
    Optional<SoundFacts> facts) {
  private static final int TAG_DIGITS = 16;

  /** Address of its sound. */
  public String audio() {
    return "/media/tracks/%d/audio?v=%s".formatted(id, sha256.substring(0, TAG_DIGITS));
  }

  /** Address of its outline. */
  public String peaks() {
    return "/media/tracks/%d/peaks?v=%s".formatted(id, sha256.substring(0, TAG_DIGITS));
  }
}
