package org.yuyin.media.facts;

/**
 * The key that fits a piece best.
 *
 * @param key tonic and mode
 * @param clarity how much better it fits than the best of the other keys, 0 to 1
 */
public record KeyGuess(MusicalKey key, double clarity) {
  public KeyGuess {
    if (!(clarity >= 0 && clarity <= 1)) {
      throw new IllegalArgumentException("a clarity lies in 0..1, got " + clarity);
    }
  }
}
