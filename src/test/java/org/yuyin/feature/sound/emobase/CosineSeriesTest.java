package org.yuyin.feature.sound.emobase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CosineSeriesTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 4, 32, 512})
  void valuesAreTheSumsOfTheDefinition(int half) {
    var random = new Random(half);
    var spectrum = random.doubles(half + 1, -1, 1).toArray();
    var values = new double[half];
    new CosineSeries(half).of(spectrum, values);
    for (int n = 0; n < half; n++) {
      double sum = (spectrum[0] + (n % 2 == 0 ? 1 : -1) * spectrum[half]) / 2;
      for (int bin = 1; bin < half; bin++) {
        sum += spectrum[bin] * Math.cos(Math.PI * n * bin / half);
      }
      assertThat(values[n]).isCloseTo(sum, within(1e-10));
    }
  }
}
