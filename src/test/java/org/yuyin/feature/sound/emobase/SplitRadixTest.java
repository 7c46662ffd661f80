package org.yuyin.feature.sound.emobase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitRadixTest {
  @ParameterizedTest
  @ValueSource(ints = {16, 32, 64, 128, 256, 512, 1024, 2048})
  void everyLaneHoldsTheSumsOfTheDefinition(int points) {
    var random = new Random(points);
    var signal = new float[points * SplitRadix.POINT];
    for (int i = 0; i < signal.length; i++) {
      signal[i] = random.nextFloat(-1, 1);
    }
    var result = signal.clone();
    new SplitRadix(points).transform(result);
    int unused = Integer.numberOfLeadingZeros(points - 1);
    double tolerance = 1e-6 * Math.sqrt(points);
    for (int k = 0; k < points; k += Math.max(1, points / 64)) {
      int place = (Integer.reverse(k) >>> unused) * SplitRadix.POINT;
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        var expected = sum(signal, points, lane, k);
        assertThat((double) result[place + lane]).isCloseTo(expected[0], within(tolerance));
        assertThat((double) result[place + Lanes.COUNT + lane])
            .isCloseTo(expected[1], within(tolerance));
      }
    }
  }

  private static double[] sum(float[] signal, int points, int lane, int k) {
    var sum = new double[2];
    for (int n = 0; n < points; n++) {
      double angle = 2 * Math.PI * ((long) n * k % points) / points;
      double re = signal[n * SplitRadix.POINT + lane];
      double im = signal[n * SplitRadix.POINT + Lanes.COUNT + lane];
      sum[0] += re * Math.cos(angle) - im * Math.sin(angle);
      sum[1] += re * Math.sin(angle) + im * Math.cos(angle);
    }
    return sum;
  }

  @Test
  void anythingButAPowerOfTwoFrom16OnIsRefused() {
    for (int points : new int[] {0, 8, 24}) {
      assertThatThrownBy(() -> new SplitRadix(points))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("got " + points);
    }
  }
}
