package org.yuyin.media.facts;

/**
 * How fast a piece is.
 *
 * @param bpm beats a minute, above 0
 * @param clarity how much of the onsets' pattern comes back after one beat, 0 to 1
 */
public record Tempo(double bpm, double clarity) {
  public Tempo {
    if (!(bpm > 0) || !(clarity >= 0 && clarity <= 1)) {
      throw new IllegalArgumentException(
          "a tempo is above 0 BPM with a clarity in 0..1, got %s and %s".formatted(bpm, clarity));
    }
  }
}
