package org.yuyin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuyin.model.loss.MultiPositiveNce;

/** Points and losses of one YuYin step against PyTorch's. */
class YuYinStepTest {
  private static final double RELATIVE = 1e-5;

  @Test
  void pointsOfAllModalitiesAreTheReferences() {
    try (var manager = NDManager.newBaseManager("PyTorch")) {
      var network = GoldenStep.network(true, true);
      var weights = Weights.of(GoldenStep.weights(), manager);
      var features = GoldenStep.batch(manager).features();

      assertPoints(network.encodeVideo(weights, features), GoldenStep.array("zv", manager));
      assertPoints(network.encodeMusic(weights, features), GoldenStep.array("zm", manager));
    }
  }

  @ParameterizedTest
  @CsvSource({"true,symmetric", "false,one_way"})
  void everyContrastIsTheReferencesWithAndWithoutMasking(boolean symmetric, String form) {
    var expected = GoldenStep.expected().get(form);
    try (var manager = NDManager.newBaseManager("PyTorch")) {
      var masked = losses(symmetric, true, manager);
      assertClose(masked.part("nce video-music"), expected.get("nce_vm").asDouble());
      assertClose(masked.part("nce video-text"), expected.get("nce_vt").asDouble());
      assertClose(masked.part("nce music-text"), expected.get("nce_mt").asDouble());
      var unmasked = losses(symmetric, false, manager);
      assertClose(unmasked.part("nce video-music"), expected.get("nce_vm_unmasked").asDouble());
    }
  }

  @Test
  void crossEntropiesAndTotalAreTheReferences() {
    var golden = GoldenStep.expected();
    try (var manager = NDManager.newBaseManager("PyTorch")) {
      var losses = losses(true, true, manager);
      var expected = golden.get("cross_entropy");
      assertClose(losses.part("category from video"), expected.get("v").asDouble());
      assertClose(losses.part("category from music"), expected.get("m").asDouble());
      assertClose(losses.part("category from text"), expected.get("t").asDouble());
      assertClose(losses.total(), golden.get("loss_full_batch_adam_lr1e-3").get(0).asDouble());
    }
  }

  @Test
  void contrastOfTheReferencesTextPointsIsTheReferences() {
    var expected = GoldenStep.expected().get("symmetric").get("nce_vt");
    try (var manager = NDManager.newBaseManager("PyTorch")) {
      var tags = GoldenStep.batch(manager).tags();
      var video = GoldenStep.array("zv", manager);
      var text = GoldenStep.array("zt", manager);

      assertClose(
          new MultiPositiveNce(0.07, true).positives(video, text, tags), expected.asDouble());
    }
  }

  private static Losses losses(boolean symmetric, boolean mask, NDManager manager) {
    var step = new Step(false, 0, new java.util.SplittableRandom(0));
    return GoldenStep.network(symmetric, mask)
        .losses(Weights.of(GoldenStep.weights(), manager), GoldenStep.batch(manager), step);
  }

  private static void assertPoints(NDArray actual, NDArray expected) {
    assertThat(actual.getShape()).isEqualTo(expected.getShape());
    assertThat(actual.sub(expected).abs().max().getFloat()).isLessThan(1e-6f);
  }

  private static void assertClose(NDArray actual, double expected) {
    assertThat((double) actual.getFloat()).isCloseTo(expected, within(expected * RELATIVE));
  }
}
