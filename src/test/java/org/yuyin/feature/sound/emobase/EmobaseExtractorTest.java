package org.yuyin.feature.sound.emobase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuyin.feature.SoundExtractor;
import org.yuyin.feature.sound.Allocated;
import org.yuyin.feature.sound.Clips;
import org.yuyin.feature.sound.SoundExtractorContract;
import org.yuyin.media.Sound;
import org.yuyin.storage.InputException;

class EmobaseExtractorTest extends SoundExtractorContract {
  private static final double LONG_SECONDS = 600;
  private static final int LONG_RUNS = 5;

  private final EmobaseExtractor extractor = new EmobaseExtractor();

  @Override
  protected SoundExtractor extractor() {
    return extractor;
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 8000, 11_025, 32_000, 96_000, 192_000})
  void everySampleRateGivesFiniteValues(int rateHz) {
    for (var value : extractor.extract(Clips.noise(0.6, rateHz))) {
      assertThat(value).isFinite();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 6})
  void channelsAreAveraged(int channels) {
    var mono = Clips.wav("emobase/audio/s10_music_short_44k.wav");
    assertThat(extractor.extract(Clips.spread(mono, channels)))
        .containsExactly(extractor.extract(mono));
  }

  @Test
  void aSampleRateBelowTheAnalysisIsRefused() {
    assertThatThrownBy(() -> extractor.extract(Clips.silence(1, 500)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("500");
  }

  @ParameterizedTest
  @CsvSource({"0.039, 0", "0.040, 2", "0.055, 3", "1.0, 98"})
  void contoursHaveOneRowMoreThanWholeLongFrames(double seconds, int rows) {
    var table = extractor.extractFrames(Clips.noise(seconds + 1e-6, 16_000));
    assertThat(table.rows()).hasNumberOfRows(rows);
  }

  /** The pitch of a tone with overtones, from the definition: not from a run. */
  @ParameterizedTest
  @ValueSource(ints = {180, 220, 300, 400})
  void theMiddlePitchOfAToneIsItsFrequency(int hertz) {
    var tone = Clips.of(1.0, 44_100, n -> harmonics(2 * Math.PI * hertz * n / 44_100));
    int column = extractor.columns().indexOf("F0_sma_quartile2");
    assertThat((double) extractor.extract(tone)[column]).isCloseTo(hertz, within(hertz * 0.02));
  }

  private static double harmonics(double phase) {
    double sum = 0;
    for (int k = 1; k <= 20; k++) {
      sum += Math.cos(k * phase);
    }
    return sum / 25;
  }

  /**
   * Ten minutes take 115 MB at this rate as floats; the contours and what is made of them take 43
   * MB. Until they are compiled, operations on vectors leave much garbage, so only a later run
   * tells.
   */
  @Test
  void aLongTrackIsAnalysedWithoutACopyOfIt() {
    var track = repeated(Clips.wav("emobase/audio/s02_music_48k.wav"), LONG_SECONDS);
    long allowed = (long) track.samples().length * Float.BYTES / 2;
    long allocated = Long.MAX_VALUE;
    for (int run = 0; run < LONG_RUNS && allocated > allowed; run++) {
      long before = Allocated.bytes();
      var vector = extractor.extract(track);
      allocated = Allocated.bytes() - before;
      for (var value : vector) {
        assertThat(value).isFinite();
      }
    }
    assertThat(allocated).isLessThanOrEqualTo(allowed);
  }

  private static Sound repeated(Sound clip, double seconds) {
    var samples = new short[(int) (seconds * clip.sampleRateHz())];
    for (int at = 0; at < samples.length; at += clip.samples().length) {
      int length = Math.min(clip.samples().length, samples.length - at);
      System.arraycopy(clip.samples(), 0, samples, at, length);
    }
    return new Sound(samples, 1, clip.sampleRateHz());
  }
}
