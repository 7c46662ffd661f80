package org.yuyin.web.ranking;

import java.util.Optional;
import org.yuyin.media.facts.SoundFacts;
import org.yuyin.retrieval.Reason;

/**
 * One recommended track.
 *
 * @param place from 1
 * @param trackId of the track
 * @param title how it is called
 * @param score similarity of the ad and the track in the model's space, -1 to 1
 * @param category fine category of the ad it comes from; empty for uploaded music
 * @param mergedCategory what that is merged into
 * @param uploaded whether it was given by itself rather than by an ad
 * @param source the ad whose sound it is, or who made the uploaded music
 * @param sourceTag first digits of the content hash of the file that sounds; part of its address
 * @param synthetic true when the generator composed it
 * @param facts what was measured of its sound
 * @param reason why it may fit; empty where nothing is known
 */
public record RankedTrack(
    int place,
    long trackId,
    String title,
    double score,
    Optional<String> category,
    Optional<String> mergedCategory,
    boolean uploaded,
    Optional<String> source,
    String sourceTag,
    boolean synthetic,
    Optional<SoundFacts> facts,
    Optional<Reason> reason) {
  /** Address of its sound. */
  public String audio() {
    return "/media/tracks/%d/audio?v=%s".formatted(trackId, sourceTag);
  }

  /** Address of its outline. */
  public String peaks() {
    return "/media/tracks/%d/peaks?v=%s".formatted(trackId, sourceTag);
  }

  /** How much of the score's bar is filled, 0 to 100. */
  public double percent() {
    return 100 * Math.max(0, Math.min(1, score));
  }
}
