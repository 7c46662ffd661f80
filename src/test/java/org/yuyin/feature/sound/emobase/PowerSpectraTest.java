package org.yuyin.feature.sound.emobase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PowerSpectraTest {
  private static final int LENGTH = 51;
  private static final int SIZE = 64;

  private final PowerSpectra spectra = new PowerSpectra(LENGTH, SIZE);

  @Test
  void everyBinIsTheSquaredMagnitudeOfTheWindowedFrame() {
    var frames = new float[Lanes.COUNT][];
    for (int lane = 0; lane < frames.length; lane++) {
      frames[lane] = noise(lane);
      spectra.put(lane, frames[lane]);
    }
    var power = spectra.compute();
    for (int bin = 0; bin <= SIZE / 2; bin++) {
      for (int lane = 0; lane < frames.length; lane++) {
        double expected = power(frames[lane], bin);
        assertThat((double) power[bin * Lanes.COUNT + lane])
            .isCloseTo(expected, within(1e-5 * expected + 1e-5));
      }
    }
  }

  @Test
  void aLaneThatIsNotSetAgainIsSilent() {
    spectra.put(0, noise(1));
    spectra.compute();
    assertThat(spectra.compute()).containsOnly(0f);
  }

  /** What fills the other lanes must not matter: frames come in any company. */
  @Test
  void aFramesNumbersDoNotDependOnItsNeighbours() {
    spectra.put(0, noise(1));
    var alone = lane(0, spectra.compute());
    for (int lane = 1; lane < Lanes.COUNT; lane++) {
      spectra.put(lane, noise(lane));
    }
    spectra.put(Lanes.COUNT - 1, noise(1));
    assertThat(lane(Lanes.COUNT - 1, spectra.compute())).containsExactly(alone);
  }

  private static float[] lane(int lane, float[] numbers) {
    var one = new float[numbers.length / Lanes.COUNT];
    for (int n = 0; n < one.length; n++) {
      one[n] = numbers[n * Lanes.COUNT + lane];
    }
    return one;
  }

  private static float[] noise(int seed) {
    var random = new Random(seed);
    var frame = new float[LENGTH];
    for (int n = 0; n < LENGTH; n++) {
      frame[n] = random.nextFloat(-1, 1);
    }
    return frame;
  }

  private static double power(float[] frame, int bin) {
    var window = Hamming.window(LENGTH);
    double re = 0;
    double im = 0;
    for (int n = 0; n < LENGTH; n++) {
      re += window[n] * frame[n] * Math.cos(2 * Math.PI * n * bin / SIZE);
      im += window[n] * frame[n] * Math.sin(2 * Math.PI * n * bin / SIZE);
    }
    return re * re + im * im;
  }
}
