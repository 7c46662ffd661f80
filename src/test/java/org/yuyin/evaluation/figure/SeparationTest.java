package org.yuyin.evaluation.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeparationTest {
  @Test
  void theSilhouetteOfFourPointsIsThatOfTheFormula() {
    var points = new double[][] {{0}, {1}, {4}, {6}};
    // Point 0: a = 1, b = 5: 4/5. Point 1: a = 1, b = 4: 3/4. Point 2: a = 2, b = 3.5: 1.5/3.5.
    // Point 3: a = 2, b = 5.5: 3.5/5.5.
    double expected = (4.0 / 5 + 3.0 / 4 + 1.5 / 3.5 + 3.5 / 5.5) / 4;
    assertThat(Separation.of(points, new int[] {0, 0, 1, 1}).silhouette())
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void pointsFarApartAreAllRecognised() {
    var random = new Random(1);
    var points = new double[60][];
    var labels = new int[60];
    for (int i = 0; i < 60; i++) {
      labels[i] = i % 3;
      points[i] = new double[] {100 * labels[i] + random.nextGaussian(), random.nextGaussian()};
    }
    var separation = Separation.of(points, labels);
    assertThat(separation.neighbourAccuracy()).isEqualTo(1);
    assertThat(separation.silhouette()).isGreaterThan(0.95);
  }

  @Test
  void labelsThatMeanNothingAreRecognisedByChance() {
    var random = new Random(2);
    var points = IntStream.range(0, 600).mapToObj(i -> gaussian(random)).toArray(double[][]::new);
    var labels = IntStream.range(0, 600).map(i -> random.nextInt(2)).toArray();
    var separation = Separation.of(points, labels);
    assertThat(separation.neighbourAccuracy()).isCloseTo(0.5, within(0.08));
    assertThat(separation.silhouette()).isCloseTo(0, within(0.02));
  }

  private static double[] gaussian(Random random) {
    return new double[] {random.nextGaussian(), random.nextGaussian()};
  }
}
