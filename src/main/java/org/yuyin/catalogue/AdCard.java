package org.yuyin.catalogue;

import java.time.Instant;
import java.util.Optional;

/**
 * What a list shows of one ad.
 *
 * @param id of the ad
 * @param collection the set of ads it came with
 * @param name as the file was called
 * @param source where it came from
 * @param sha256 of the media file; empty when it could not be read
 * @param category fine category
 * @param mergedCategory what that is merged into
 * @param tag its category tag, the text that models may read
 * @param trackId its music
 * @param trackTitle how its music is called
 * @param state included, excluded or uploaded
 * @param exclusion why it was left out, such as {@code speech_only}
 * @param exclusionDetail the measured fact behind that
 * @param musicShare how much of its sound is music, 0 to 1
 * @param durationSeconds length of the file
 * @param width of the picture, in pixels
 * @param height of the picture, in pixels
 * @param synthetic true when the generator made it
 * @param createdAt when it was taken in
 */
public record AdCard(
    long id,
    String collection,
    String name,
    String source,
    Optional<String> sha256,
    Optional<String> category,
    Optional<String> mergedCategory,
    Optional<String> tag,
    Optional<Long> trackId,
    Optional<String> trackTitle,
    String state,
    Optional<String> exclusion,
    Optional<String> exclusionDetail,
    Optional<Double> musicShare,
    Optional<Double> durationSeconds,
    Optional<Integer> width,
    Optional<Integer> height,
    boolean synthetic,
    Instant createdAt) {
  /** Whether it is part of the catalogue that models learn from. */
  public boolean included() {
    return state.equals("included");
  }

  /** Whether its picture is as wide as high at least. */
  public boolean wide() {
    return width.orElse(1) >= height.orElse(1);
  }

  /** Whether it was left out. */
  public boolean excluded() {
    return state.equals("excluded");
  }
}
