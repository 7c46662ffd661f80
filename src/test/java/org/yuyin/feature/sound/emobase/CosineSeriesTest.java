package org.yuyin.feature.sound.emobase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CosineSeriesTest {
  @ParameterizedTest
  @ValueSource(ints = {16, 32, 512})
  void valuesAreTheMagnitudesOfTheSumsOfTheDefinition(int half) {
    var random = new Random(half);
    var spectra = new float[(half + 1) * Lanes.COUNT];
    for (int i = 0; i < spectra.length; i++) {
      spectra[i] = random.nextFloat(-1, 1);
    }
    var values = new float[half * Lanes.COUNT];
    new CosineSeries(half).of(spectra, values);
    for (int i = 0; i < values.length; i++) {
      double expected = Math.abs(sum(spectra, half, i / Lanes.COUNT, i % Lanes.COUNT));
      assertThat((double) values[i]).isCloseTo(expected, within(1e-6 * half));
    }
  }

  private static double sum(float[] spectra, int half, int n, int lane) {
    double first = spectra[lane];
    double last = spectra[half * Lanes.COUNT + lane];
    double sum = (first + (n % 2 == 0 ? 1 : -1) * last) / 2;
    for (int bin = 1; bin < half; bin++) {
      sum += spectra[bin * Lanes.COUNT + lane] * Math.cos(Math.PI * n * bin / half);
    }
    return sum;
  }
}
