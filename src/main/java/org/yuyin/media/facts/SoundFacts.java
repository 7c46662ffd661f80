package org.yuyin.media.facts;

import java.util.Optional;
import org.yuyin.media.ProgrammeLoudness;

/**
 * What people want to know of a piece of music. Every estimate may be wrong: docs/music-facts.md
 * says how often.
 *
 * @param seconds length of the sound
 * @param tempo empty where nothing repeats
 * @param key empty where the notes fit none
 * @param loudness empty for silence, and where it could not be measured
 * @param energy 0 calm to 1 driving: how much new sound begins all the time
 * @param brightnessHz the mean spectral centroid
 * @param voice probability that a voice sings or speaks in it, 0 to 1; empty where nothing is heard
 */
public record SoundFacts(
    double seconds,
    Optional<Tempo> tempo,
    Optional<KeyGuess> key,
    Optional<ProgrammeLoudness> loudness,
    double energy,
    double brightnessHz,
    Optional<Double> voice) {
  /** Raised when estimates change, so that stored ones are measured anew. */
  public static final int VERSION = 1;

  private static final double VOCAL_FROM = 0.5;

  /** How lively it is, in a word. */
  public Energy energyLevel() {
    return Energy.of(energy);
  }

  /** How bright it is, in a word. */
  public Brightness brightness() {
    return Brightness.of(brightnessHz);
  }

  /** Whether a voice is more likely than not; empty when unknown. */
  public Optional<Boolean> vocal() {
    return voice.map(probability -> probability >= VOCAL_FROM);
  }
}
