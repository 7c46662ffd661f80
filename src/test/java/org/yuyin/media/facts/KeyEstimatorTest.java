package org.yuyin.media.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyEstimatorTest {
  private static final int[][] MAJOR = {{0, 4, 7}, {5, 9, 12}, {7, 11, 14}, {0, 4, 7, 12}};
  private static final int[][] MINOR = {{0, 3, 7}, {5, 8, 12}, {7, 11, 14}, {0, 3, 7, 12}};
  private static final int C3 = 48;

  private static Optional<MusicalKey> key(double tuningHz, int tonic, int[][] cadence) {
    var chords =
        Arrays.stream(cadence)
            .map(chord -> Arrays.stream(chord).map(note -> C3 + tonic + note).toArray())
            .toArray(int[][]::new);
    return new KeyEstimator().of(Chroma.of(TestSounds.chords(tuningHz, chords))).map(KeyGuess::key);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void aCadenceIsInTheKeyOfItsTonic(int tonic) {
    assertThat(key(440, tonic, MAJOR)).contains(new MusicalKey(tonic, false));
    assertThat(key(440, tonic, MINOR)).contains(new MusicalKey(tonic, true));
  }

  @ParameterizedTest
  @ValueSource(doubles = {432, 435, 444, 447})
  void anInstrumentTunedHigherOrLowerIsInTheSameKey(double tuningHz) {
    assertThat(key(tuningHz, 2, MAJOR)).contains(new MusicalKey(2, false));
  }

  @Test
  void silenceAndNoiseHaveNoKey() {
    var random = new Random(1);
    var noise = new float[10 * TestSounds.RATE];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (0.1 * random.nextGaussian());
    }
    assertThat(new KeyEstimator().of(Chroma.of(noise))).isEmpty();
    assertThat(new KeyEstimator().of(Chroma.of(new float[TestSounds.RATE]))).isEmpty();
  }
}
