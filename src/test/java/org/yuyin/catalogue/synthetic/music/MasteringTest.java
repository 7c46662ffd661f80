package org.yuyin.catalogue.synthetic.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuyin.media.Sound;

class MasteringTest {
  private static final int RATE_HZ = 44_100;

  /** -1.5 dBFS. */
  private static final int CEILING = 27_571;

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.05, 0.9})
  void soundsOfAnyLevelComeOutEquallyLoud(double level) {
    var mastered = Mastering.master(noise(6, level, 0), 0, 6);
    assertThat(loudness(mastered)).isCloseTo(Mastering.TARGET_LUFS, within(0.5));
  }

  /** Clicks far above the rest: to make the rest loud enough they must be held down. */
  @Test
  void nothingEverExceedsTheCeiling() {
    for (int clicks : new int[] {0, 1, 20, 2000}) {
      var mastered = Mastering.master(noise(4, 0.01, clicks), 0, 4);
      assertThat(peak(mastered)).as("%d clicks", clicks).isLessThanOrEqualTo(CEILING);
    }
    var square = new short[2 * RATE_HZ];
    for (int at = 0; at < square.length; at++) {
      square[at] = at / 90 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
    }
    assertThat(peak(Mastering.master(new Sound(square, 2, RATE_HZ), 0, 1)))
        .isLessThanOrEqualTo(CEILING);
  }

  @Test
  void theResultHasTheWantedLengthAndSilenceFollowsAShorterRecording() {
    var mastered = Mastering.master(noise(2, 0.1, 0), 0, 3);
    assertThat(mastered.frameCount()).isEqualTo(3 * RATE_HZ);
    var rest = Arrays.copyOfRange(mastered.samples(), 2 * (2 * RATE_HZ + 10), 6 * RATE_HZ);
    assertThat(rest).containsOnly((short) 0);
    assertThat(Mastering.master(noise(2, 0.1, 0), 5, 1).samples()).containsOnly((short) 0);
  }

  @Test
  void itBeginsWithTheFirstAudibleSampleAndFadesOut() {
    var late = noise(3, 0.1, 0);
    Arrays.fill(late.samples(), 0, 2 * RATE_HZ, (short) 0);
    var mastered = Mastering.master(late, 0, 2);
    assertThat(power(mastered, 0.05, 0.2)).isGreaterThan(0.5 * power(mastered, 0.5, 1));
    assertThat(power(mastered, 1.95, 2)).isLessThan(0.01 * power(mastered, 0.5, 1));
    assertThat(Math.abs(mastered.samples()[0])).isLessThan((short) 50);
  }

  @Test
  void silenceStaysSilent() {
    var silent = new Sound(new short[2 * RATE_HZ], 2, RATE_HZ);
    assertThat(Mastering.master(silent, 0, 1).samples()).containsOnly((short) 0);
  }

  private static Sound noise(double seconds, double level, int clicks) {
    var random = new Random(8);
    var samples = new short[2 * (int) (seconds * RATE_HZ)];
    for (int at = 0; at < samples.length; at++) {
      samples[at] =
          (short) Math.clamp(Math.round(level * 10_000 * random.nextGaussian()), -32768, 32767);
    }
    for (int click = 0; click < clicks; click++) {
      samples[random.nextInt(samples.length)] = Short.MAX_VALUE;
    }
    return new Sound(samples, 2, RATE_HZ);
  }

  private static int peak(Sound sound) {
    int peak = 0;
    for (short sample : sound.samples()) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  private static double power(Sound sound, double fromSeconds, double toSeconds) {
    double sum = 0;
    int from = (int) (fromSeconds * RATE_HZ);
    int to = (int) (toSeconds * RATE_HZ);
    for (int frame = from; frame < to; frame++) {
      sum += Math.pow(sound.samples()[2 * frame], 2);
    }
    return sum / (to - from);
  }

  static double loudness(Sound sound) {
    var channels = new float[2][sound.frameCount()];
    for (int at = 0; at < sound.samples().length; at++) {
      channels[at % 2][at / 2] = sound.samples()[at] / 32768f;
    }
    return Loudness.lufs(channels, sound.sampleRateHz());
  }
}
