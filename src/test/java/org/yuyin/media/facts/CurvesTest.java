package org.yuyin.media.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CurvesTest {
  @Test
  void aSineOfFullScaleIsThreeDecibelsBelowIt() {
    var energy = EnergyCurve.of(TestSounds.sine(440, 1, 2), TestSounds.RATE);
    assertThat(energy.perSecond()).hasSize(2);
    assertThat(energy.mean()).isCloseTo(10 * Math.log10(0.5), within(0.01));
  }

  @Test
  void halfTheAmplitudeIsSixDecibelsLess() {
    double loud = EnergyCurve.of(TestSounds.sine(440, 0.8, 1), TestSounds.RATE).mean();
    double soft = EnergyCurve.of(TestSounds.sine(440, 0.4, 1), TestSounds.RATE).mean();
    assertThat(loud - soft).isCloseTo(6.02, within(0.01));
  }

  @Test
  void theLastSecondMayBeShorterAndSilenceIsTheFloor() {
    var sound = Arrays.copyOf(TestSounds.sine(440, 0.5, 1), TestSounds.RATE * 5 / 2);
    var energy = EnergyCurve.of(sound, TestSounds.RATE);
    assertThat(energy.perSecond()).hasSize(3);
    assertThat(energy.perSecond().get(2)).isEqualTo(-80f);
    assertThat(BrightnessCurve.of(sound, TestSounds.RATE).perSecond().get(2)).isZero();
  }

  @Test
  void aPureToneIsAsBrightAsItIsHigh() {
    for (double hertz : new double[] {500, 2000, 5000}) {
      var brightness = BrightnessCurve.of(TestSounds.sine(hertz, 0.5, 4), TestSounds.RATE);
      assertThat(brightness.perSecond().get(1)).isCloseTo((float) hertz, within(20f));
    }
  }

  @Test
  void denseOnsetsAreMoreEnergeticThanSparseOnes() {
    double sparse = Energy.measure(OnsetEnvelope.of(TestSounds.clicks(60, 8)));
    double dense = Energy.measure(OnsetEnvelope.of(TestSounds.clicks(180, 8)));
    assertThat(dense).isGreaterThan(sparse);
    assertThat(Energy.measure(new double[0])).isZero();
  }

  @Test
  void everyMeasureOfNothingIsAnAnswer() {
    assertThat(EnergyCurve.of(new float[0], TestSounds.RATE).mean()).isZero();
    assertThat(BrightnessCurve.of(new float[0], TestSounds.RATE).mean()).isZero();
  }
}
