package org.yuyin.evaluation.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yuyin.storage.NpyArray;

class DensityTest {
  private static final Path GOLDEN = Path.of("src/test/resources/classical");

  @Test
  void agreesWithSciPy() {
    var density = new Density(golden("kde_samples"));
    var places = golden("kde_points");
    var expected = golden("kde_density");
    for (int i = 0; i < places.length; i++) {
      assertThat(density.at(places[i])).isCloseTo(expected[i], within(1e-12));
    }
  }

  @Test
  void equalCurvesOverlapWhollyAndDistantOnesNotAtAll() {
    var one = new Density(normal(0, 1));
    assertThat(one.overlap(one)).isCloseTo(1, within(1e-3));
    assertThat(one.overlap(new Density(normal(60, 2)))).isLessThan(1e-6);
  }

  @Test
  void twoNormalCurvesOverlapAsTheTablesSay() {
    // Two unit normals d apart share 2 Φ(−d/2): 0.3173 for d = 2.
    double overlap = new Density(normal(0, 3)).overlap(new Density(normal(2, 4)));
    assertThat(overlap).isCloseTo(0.3173, within(0.03));
  }

  private static double[] normal(double mean, long seed) {
    var random = new Random(seed);
    return random.doubles(5_000).map(x -> mean + random.nextGaussian()).toArray();
  }

  private static double[] golden(String name) {
    return NpyArray.read(GOLDEN.resolve(name + ".npy")).values();
  }
}
