package org.yuyin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.feature.Modality;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;

class RandomMethodTest {
  private static final Recipe<?> RECIPE =
      Recipe.of(Methods.standard().named("random"), Map.of("width", "16"));

  private final Snapshot snapshot = SmallTrainings.snapshot();

  @Test
  void overSeedsItsRecallAtTenIsTenInTheSizeOfThePool() {
    var recalls = IntStream.range(0, 40).mapToDouble(this::recallAt10).summaryStatistics();
    double expected = 10.0 / snapshot.rowsOf(Split.TEST).length;

    // 12,000 queries: a standard error of 0.0023.
    assertThat(recalls.getAverage()).isCloseTo(expected, within(3 * 0.0023));
    assertThat(recalls.getMin()).isLessThan(expected);
    assertThat(recalls.getMax()).isGreaterThan(expected);
  }

  @Test
  void itsPointsDependOnTheSeedAndNotOnThePairs() {
    assertThat(musicPoints(4, true)).isDeepEqualTo(musicPoints(4, false));
    assertThat(musicPoints(4, false)[0]).isNotEqualTo(musicPoints(5, false)[0]);
  }

  private double recallAt10(int seed) {
    return SmallTrainings.recallAt10(
        SmallTrainings.run(new TrainingTask(RECIPE, snapshot, seed, false)), snapshot);
  }

  private float[][] musicPoints(long seed, boolean shuffled) {
    var outcome = SmallTrainings.run(new TrainingTask(RECIPE, snapshot, seed, shuffled));
    var rows = new float[][] {snapshot.matrix(Modality.AUDIO).row(0)};
    try (var encoder = outcome.encoder(DeviceChoice.best())) {
      return encoder.encodeMusic(Map.of(Modality.AUDIO, rows));
    }
  }
}
