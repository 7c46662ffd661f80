package org.yuyin.catalogue;

import java.util.Optional;
import org.yuyin.media.facts.SoundFacts;

/**
 * What a list shows of one piece of music.
 *
 * @param id of the track
 * @param title how it is called
 * @param artist who made it
 * @param uploaded whether it was given by itself rather than by an ad
 * @param from the ad that brought it, or the name of its own file
 * @param sha256 of the file whose sound it is
 * @param category fine category of the ad that brought it
 * @param mergedCategory what that is merged into
 * @param ads how many ads use it
 * @param synthetic true when the generator composed it
 * @param facts what was measured of its sound
 * @param licence what it may be used for; empty when nobody says
 */
public record TrackCard(
    long id,
    String title,
    Optional<String> artist,
    boolean uploaded,
    String from,
    String sha256,
    Optional<String> category,
    Optional<String> mergedCategory,
    long ads,
    boolean synthetic,
    Optional<SoundFacts> facts,
    Optional<Licence> licence) {
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
