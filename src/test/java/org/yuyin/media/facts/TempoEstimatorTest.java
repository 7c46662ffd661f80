package org.yuyin.media.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TempoEstimatorTest {
  private static Optional<Tempo> tempo(float[] samples) {
    return new TempoEstimator().of(OnsetEnvelope.of(samples));
  }

  @ParameterizedTest
  @ValueSource(doubles = {70, 83.5, 90, 100, 112, 120, 128, 137, 150})
  void evenlySpacedBurstsHaveTheTempoTheyWereMadeWith(double bpm) {
    assertThat(tempo(TestSounds.clicks(bpm, 10)))
        .hasValueSatisfying(found -> assertThat(found.bpm()).isCloseTo(bpm, within(0.01 * bpm)));
  }

  @Test
  void loudnessDoesNotMatter() {
    var loud = TestSounds.clicks(112, 10);
    var soft = loud.clone();
    for (int i = 0; i < soft.length; i++) {
      soft[i] *= 0.05f;
    }
    assertThat(tempo(soft).orElseThrow().bpm())
        .isCloseTo(tempo(loud).orElseThrow().bpm(), within(1.0));
  }

  @Test
  void aSteadyBeatIsClearerThanAnUnsteadyOne() {
    var unsteady = TestSounds.clicks(110, 10);
    var random = new Random(2);
    for (int i = 0; i < unsteady.length; i++) {
      unsteady[i] += (float) (0.02 * random.nextGaussian());
    }
    assertThat(tempo(TestSounds.clicks(110, 10)).orElseThrow().clarity())
        .isGreaterThan(tempo(unsteady).orElseThrow().clarity());
  }

  @Test
  void silenceAndAHeldToneHaveNoTempo() {
    assertThat(tempo(new float[10 * TestSounds.RATE])).isEmpty();
    assertThat(tempo(TestSounds.sine(440, 0.3, 10))).isEmpty();
  }

  @Test
  void twoSecondsAreTooShortToTell() {
    assertThat(tempo(TestSounds.clicks(120, 2))).isEmpty();
    assertThat(tempo(new float[0])).isEmpty();
  }
}
