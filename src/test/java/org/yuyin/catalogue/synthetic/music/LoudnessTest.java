package org.yuyin.catalogue.synthetic.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test signals of ITU-R BS.2217 and EBU Tech 3341, whose loudness is known. */
class LoudnessTest {
  private static final int RATE_HZ = 48_000;

  @ParameterizedTest
  @ValueSource(ints = {44_100, 48_000})
  void aFullScaleSineInOneChannelMeasuresMinus3Point01(int rateHz) {
    var sine = sine(997, 0, 5, rateHz);
    assertThat(Loudness.lufs(new float[][] {sine, new float[sine.length]}, rateHz))
        .isCloseTo(-3.01, within(0.05));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-23, -33})
  void aSineInBothChannelsMeasuresItsPeakLevel(double decibels) {
    var sine = sine(1000, decibels, 20, RATE_HZ);
    assertThat(Loudness.lufs(new float[][] {sine, sine}, RATE_HZ)).isCloseTo(decibels, within(0.1));
  }

  /** The relative gate: quiet stretches do not pull the loudness of the loud one down. */
  @Test
  void quietPassagesDoNotCount() {
    var quiet = sine(1000, -36, 10, RATE_HZ);
    var loud = sine(1000, -23, 60, RATE_HZ);
    var all = joined(quiet, loud, quiet);
    assertThat(Loudness.lufs(new float[][] {all, all}, RATE_HZ)).isCloseTo(-23, within(0.1));
  }

  @Test
  void silenceAndWhatIsShorterThanABlockMeasureTheFloor() {
    assertThat(Loudness.lufs(new float[2][RATE_HZ], RATE_HZ)).isEqualTo(Loudness.SILENCE_LUFS);
    var short10Ms = sine(1000, 0, 0.01, RATE_HZ);
    assertThat(Loudness.lufs(new float[][] {short10Ms, short10Ms}, RATE_HZ))
        .isEqualTo(Loudness.SILENCE_LUFS);
  }

  private static float[] sine(double hertz, double decibels, double seconds, int rateHz) {
    var samples = new float[(int) (seconds * rateHz)];
    double peak = Math.pow(10, decibels / 20);
    for (int at = 0; at < samples.length; at++) {
      samples[at] = (float) (peak * Math.sin(2 * Math.PI * hertz * at / rateHz));
    }
    return samples;
  }

  private static float[] joined(float[]... pieces) {
    int length = 0;
    for (var piece : pieces) {
      length += piece.length;
    }
    var all = new float[length];
    int at = 0;
    for (var piece : pieces) {
      System.arraycopy(piece, 0, all, at, piece.length);
      at += piece.length;
    }
    return all;
  }
}
