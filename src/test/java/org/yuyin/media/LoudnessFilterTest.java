package org.yuyin.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoudnessFilterTest {
  private static final int RATE = 48_000;
  private static final FfmpegMediaReader READER = new FfmpegMediaReader(MediaLimits.standard());
  @TempDir private Path folder;

  /** The same sine in every channel. */
  private Path sine(double hertz, double peakDb, int channels, double phase) throws IOException {
    double amplitude = Math.pow(10, peakDb / 20);
    var samples = new short[10 * RATE * channels];
    for (int i = 0; i < samples.length; i++) {
      double t = (double) (i / channels) / RATE;
      double fadeIn = Math.min(1, t / 0.1); // a sudden start would overshoot between samples
      samples[i] =
          (short)
              Math.round(32767 * amplitude * fadeIn * Math.sin(2 * Math.PI * hertz * t + phase));
    }
    return TestClips.wav(folder.resolve("sine.wav"), new Sound(samples, channels, RATE));
  }

  /** EBU Tech 3341, case 1: a stereo sine of 1 kHz with a peak of -23 dBFS measures -23 LUFS. */
  @ParameterizedTest
  @ValueSource(doubles = {-23, -33})
  void theStandardsToneMeasuresWhatTheStandardSays(double peakDb) throws IOException {
    var heard = READER.soundAndLoudness(sine(1000, peakDb, 2, 0), 16_000);
    assertThat(heard.loudness())
        .hasValueSatisfying(
            loudness -> {
              assertThat(loudness.integratedLufs()).isCloseTo(peakDb, within(0.1));
              assertThat(loudness.truePeakDbtp()).isCloseTo(peakDb, within(0.2));
            });
  }

  /**
   * EBU Tech 3341, case 16: sampled at a quarter of the rate and 45 degrees off, every sample lies
   * 3 dB below the peak between them.
   */
  @Test
  void thePeakBetweenSamplesCounts() throws IOException {
    var heard = READER.soundAndLoudness(sine(RATE / 4.0, -6, 2, Math.PI / 4), 16_000);
    assertThat(heard.loudness().orElseThrow().truePeakDbtp()).isBetween(-6.4, -5.8);
  }

  @Test
  void samplesAreTheSameAsWithoutMeasuring() {
    var video = TestClips.video(folder.resolve("video.mp4"), 3);
    assertThat(READER.soundAndLoudness(video, 16_000).sound().samples())
        .isEqualTo(READER.sound(video, 16_000).samples());
  }

  @Test
  void silenceHasNoLoudness() throws IOException {
    var silent =
        TestClips.wav(folder.resolve("silent.wav"), new Sound(new short[2 * RATE], 1, RATE));
    var heard = READER.soundAndLoudness(silent, 16_000);
    assertThat(heard.sound().frameCount()).isEqualTo(2 * 16_000);
    assertThat(heard.loudness()).isEmpty();
  }

  @Test
  void whatAFileSaysOfItselfIsNotTakenForItsLoudness() {
    assertThat(LoudnessFilter.read("title: I: -1.0 LUFS Peak: 9.0 dBFS\n I:  -20.1 LUFS\n"))
        .hasValueSatisfying(it -> assertThat(it.integratedLufs()).isEqualTo(-20.1));
    assertThat(LoudnessFilter.read("nothing was measured")).isEmpty();
    assertThat(LoudnessFilter.read("I: -70.0 LUFS Peak: -inf dBFS")).isEmpty();
  }
}
