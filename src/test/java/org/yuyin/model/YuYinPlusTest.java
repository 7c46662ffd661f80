package org.yuyin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuyin.feature.Modality;

/** YuYin+ on the step that PyTorch worked out for YuYin. */
class YuYinPlusTest {
  private static final Map<String, String> OFF =
      Map.of(
          "fusion", "wfm",
          "linear", "0",
          "embedding", "32",
          "hidden", "16",
          "width", "8",
          "positives", "0",
          "learnTemperature", "false",
          "intra", "0",
          "similar", "1");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withEveryOptionOffItsLossIsYuYins(boolean learnTemperature) {
    double expected = GoldenStep.expected().get("loss_full_batch_adam_lr1e-3").get(0).asDouble();
    var changes = Map.of("learnTemperature", Boolean.toString(learnTemperature));

    assertThat(loss(changes)).isCloseTo(expected, within(expected * 1e-5));
  }

  @ParameterizedTest
  @CsvSource({"positives,0.5", "similar,0.3", "intra,1"})
  void everyOptionOfTheLossChangesIt(String option, String value) {
    double expected = GoldenStep.expected().get("loss_full_batch_adam_lr1e-3").get(0).asDouble();

    assertThat(Math.abs(loss(Map.of(option, value)) - expected)).isGreaterThan(1e-3);
  }

  private static double loss(Map<String, String> changes) {
    var all = new HashMap<>(OFF);
    all.putAll(changes);
    var shape =
        new DataShape(
            Map.of(Modality.VIDEO, 40, Modality.AUDIO, 24, Modality.EMOTION, 16, Modality.TEXT, 20),
            List.of("0", "1", "2", "3", "4", "5"));
    var recipe = Recipe.of(Methods.standard().named("yuyin-plus"), all);
    var values = new ArrayList<>(GoldenStep.weights());
    values.add(new WeightValues("sharpness", new long[] {1}, sharpness(), true));
    var zeros = new float[40];
    var ones = new float[40];
    java.util.Arrays.fill(ones, 1);
    values.add(new WeightValues("standardiser.video.mean", new long[] {40}, zeros, false));
    values.add(new WeightValues("standardiser.video.deviation", new long[] {40}, ones, false));
    try (var manager = NDManager.newBaseManager("PyTorch")) {
      var network = (TrainableNetwork) recipe.network(shape);
      var step = new Step(true, 0, new SplittableRandom(1));
      var weights = Weights.of(values, manager);
      return network.losses(weights, GoldenStep.batch(manager), step).total().getFloat();
    }
  }

  private static float[] sharpness() {
    return new float[] {(float) -Math.log(0.07)};
  }
}
