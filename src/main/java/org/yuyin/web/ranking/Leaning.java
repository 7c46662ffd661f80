package org.yuyin.web.ranking;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.yuyin.media.facts.SoundFacts;
import org.yuyin.media.facts.Tempo;

/** How music should differ from a track that it is like. */
public enum Leaning {
  /** However it is. */
  ANY((other, own) -> true),
  /** Less lively. */
  CALMER((other, own) -> other.energy() < own.energy() - Leaning.ENERGY_STEP),
  /** Livelier. */
  LIVELIER((other, own) -> other.energy() > own.energy() + Leaning.ENERGY_STEP),
  /** With more treble. */
  BRIGHTER((other, own) -> other.brightnessHz() > own.brightnessHz() * Leaning.CLEARLY),
  /** With less treble. */
  DARKER((other, own) -> other.brightnessHz() < own.brightnessHz() / Leaning.CLEARLY),
  /** Of a higher tempo. */
  FASTER((other, own) -> bpm(other) > bpm(own) * Leaning.CLEARLY),
  /** Of a lower tempo. */
  SLOWER((other, own) -> bpm(other) < bpm(own) / Leaning.CLEARLY);

  // What listeners tell apart without hesitating.
  private static final double ENERGY_STEP = 0.1;
  private static final double CLEARLY = 1.08;

  private final BiPredicate<SoundFacts, SoundFacts> fits;

  Leaning(BiPredicate<SoundFacts, SoundFacts> fits) {
    this.fits = fits;
  }

  /** Whether other music differs from a track that way; unknown facts differ in no way but any. */
  public boolean fits(Optional<SoundFacts> other, Optional<SoundFacts> own) {
    return this == ANY || other.isPresent() && own.isPresent() && fits.test(other.get(), own.get());
  }

  /** The word in addresses, such as {@code calmer}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  // Comparisons with what is not a number are false, as they should be.
  private static double bpm(SoundFacts facts) {
    return facts.tempo().map(Tempo::bpm).orElse(Double.NaN);
  }
}
