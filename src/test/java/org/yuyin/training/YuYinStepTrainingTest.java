package org.yuyin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuyin.model.GoldenStep;
import org.yuyin.model.Losses;
import org.yuyin.model.Step;
import org.yuyin.model.Weights;

/** Gradients and Adam steps of one small YuYin against PyTorch's. */
class YuYinStepTrainingTest {
  private static final Step STEP = new Step(true, 0, new SplittableRandom(0));

  @Test
  void gradientOfEveryWeightHasTheReferencesNorm() {
    var expected = GoldenStep.expected().get("grad_l2");
    try (var manager = NDManager.newBaseManager("PyTorch")) {
      var network = GoldenStep.network(true, true);
      var leaves = Weights.of(GoldenStep.weights(), manager).leaves(manager);
      var batch = GoldenStep.batch(manager);

      Backpropagation.run(() -> network.losses(leaves, batch, STEP), Losses::total);

      GoldenStep.NAMES.forEach(
          (ours, theirs) -> {
            double norm = expected.get(theirs).asDouble();
            double actual = leaves.get(ours).getGradient().norm().getFloat();
            assertThat(actual).as(ours).isCloseTo(norm, within(norm * 1e-4));
          });
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void twentyAdamStepsGiveTheReferencesLosses(boolean onHost) {
    var expected = GoldenStep.expected().get("loss_full_batch_adam_lr1e-3");
    try (var manager = NDManager.newBaseManager("PyTorch")) {
      var network = GoldenStep.network(true, true);
      var weights = Weights.of(GoldenStep.weights(), manager);
      var batch = GoldenStep.batch(manager);
      Adam adam = onHost ? new HostAdam(1e-3, weights) : new DeviceAdam(1e-3, weights, manager);

      for (var loss : expected) {
        try (var scope = manager.newSubManager()) {
          var leaves = weights.leaves(scope);
          var losses =
              Backpropagation.run(() -> network.losses(leaves, batch, STEP), Losses::total);
          assertThat((double) losses.total().getFloat())
              .isCloseTo(loss.asDouble(), within(loss.asDouble() * 1e-4));
          adam.step(weights, leaves);
        }
      }
    }
  }
}
