package org.yuyin.media.facts;

import java.util.Optional;
import org.yuyin.media.ProgrammeLoudness;
import org.yuyin.media.Sound;

/**
 * Everything that is measured of one sound track at once.
 *
 * @param facts the summary
 * @param curves by the second
 */
public record SoundMeasurement(SoundFacts facts, SoundCurves curves) {
  /** What {@link #of} wants, in samples a second. */
  public static final int SAMPLE_RATE_HZ = OnsetEnvelope.SAMPLE_RATE_HZ;

  /**
   * Measures a sound.
   *
   * @param sound at {@link #SAMPLE_RATE_HZ}; several channels are averaged
   * @param loudness of the track before its channels were mixed
   * @param voice probability that a voice is heard
   */
  public static SoundMeasurement of(
      Sound sound, Optional<ProgrammeLoudness> loudness, Optional<Double> voice) {
    if (sound.sampleRateHz() != SAMPLE_RATE_HZ) {
      throw new IllegalArgumentException(
          "facts are measured at %d Hz, got %d".formatted(SAMPLE_RATE_HZ, sound.sampleRateHz()));
    }
    var samples = sound.mono();
    var onsets = OnsetEnvelope.of(samples);
    var brightness = BrightnessCurve.of(samples, SAMPLE_RATE_HZ);
    var facts =
        new SoundFacts(
            sound.seconds(),
            new TempoEstimator().of(onsets),
            new KeyEstimator().of(Chroma.of(samples)),
            loudness,
            Energy.measure(onsets),
            brightness.mean(),
            voice);
    return new SoundMeasurement(
        facts, new SoundCurves(EnergyCurve.of(samples, SAMPLE_RATE_HZ), brightness));
  }
}
