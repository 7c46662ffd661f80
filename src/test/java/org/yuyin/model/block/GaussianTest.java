package org.yuyin.model.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yuyin.model.Pass;
import org.yuyin.model.Step;

class GaussianTest {
  private final NDManager manager = NDManager.newBaseManager("PyTorch");

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void oneExpertAndThePriorMeetHalfway() {
    var product = Gaussian.product(List.of(gaussian(2, 1)));

    assertThat(product.mean().getDouble(0, 0)).isCloseTo(1, within(1e-12));
    assertThat(product.logVariance().getDouble(0, 0)).isCloseTo(Math.log(0.5), within(1e-12));
  }

  @Test
  void precisionsAddUpAndMeansAreWeightedByThem() {
    var product = Gaussian.product(List.of(gaussian(2, 1), gaussian(-1, 0.5)));

    // Precisions 1 (prior), 1 and 2; weighted means 0, 2 and −2.
    assertThat(product.mean().getDouble(0, 0)).isCloseTo(0, within(1e-12));
    assertThat(product.logVariance().getDouble(0, 0)).isCloseTo(-Math.log(4), within(1e-12));
  }

  @Test
  void divergenceFromTheStandardNormalIsTheTextbooks() {
    assertThat(gaussian(0, 1).divergence().getDouble()).isCloseTo(0, within(1e-12));
    assertThat(gaussian(1, 1).divergence().getDouble()).isCloseTo(0.5, within(1e-12));
    assertThat(gaussian(0, 4).divergence().getDouble())
        .isCloseTo((4 - 1 - Math.log(4)) / 2, within(1e-12));
  }

  @Test
  void drawsHaveTheMeanAndTheVariance() {
    var shape = new Shape(2_000, 5);
    var gaussian =
        new Gaussian(manager.full(shape, 3f), manager.full(shape, (float) Math.log(0.25)));
    var learning = Pass.of(new Step(true, 0, new SplittableRandom(1)));
    var drawn = gaussian.sample(learning);

    // 10,000 draws of deviation 0.5: a standard error of 0.005.
    assertThat(drawn.mean().getFloat()).isCloseTo(3, within(0.02f));
    assertThat(drawn.sub(3).square().mean().getFloat()).isCloseTo(0.25f, within(0.02f));
    assertThat(gaussian.sample(Pass.encoding()).toFloatArray())
        .isEqualTo(gaussian.mean().toFloatArray());
  }

  private Gaussian gaussian(double mean, double variance) {
    return new Gaussian(
        manager.create(new double[] {mean}, new Shape(1, 1)),
        manager.create(new double[] {Math.log(variance)}, new Shape(1, 1)));
  }
}
