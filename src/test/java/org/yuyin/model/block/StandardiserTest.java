package org.yuyin.model.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.yuyin.feature.Modality;
import org.yuyin.model.Features;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.PairRows;
import org.yuyin.model.TestSnapshots;
import org.yuyin.model.Weights;

class StandardiserTest {
  private static final float[][] ROWS = {
    {1, 1_000_000, 0.1f}, {3, 3_000_000, 0.1f}, {5, 5_000_000, 0.1f}, {900, -900, 900}
  };

  @Test
  void columnsOfTheTrainingPairsGetMeanZeroAndDeviationOne() {
    var column = standardised(new float[] {1, 3_000_000, 0.1f, 5, 5_000_000, 0.1f});

    double deviation = Math.sqrt(8.0 / 3);
    assertThat((double) column[0]).isCloseTo(-2 / deviation, within(1e-6));
    assertThat((double) column[1]).isCloseTo(0, within(1e-6));
    assertThat((double) column[3]).isCloseTo(2 / deviation, within(1e-6));
    assertThat((double) column[4]).isCloseTo(2 / deviation, within(1e-6));
  }

  @Test
  void aConstantColumnIsOnlyCentred() {
    var column = standardised(new float[] {0, 0, 0.1f, 0, 0, 2.1f});

    assertThat((double) column[2]).isCloseTo(0, within(1e-6));
    assertThat((double) column[5]).isCloseTo(2, within(1e-6));
  }

  /** Two raw rows after learning the statistics from the first three of {@link #ROWS}. */
  private static float[] standardised(float[] raw) {
    var standardiser = new Standardiser(Modality.AUDIO);
    var initial = new InitialWeights(new SplittableRandom(0));
    var snapshot = TestSnapshots.of(Modality.AUDIO, ROWS);
    standardiser.initialise(initial, PairRows.of(snapshot, new int[] {0, 1, 2}));
    try (var manager = NDManager.newBaseManager("PyTorch")) {
      var features = new Features(Map.of(Modality.AUDIO, manager.create(raw, new Shape(2, 3))));
      return standardiser.apply(Weights.of(initial.values(), manager), features).toFloatArray();
    }
  }
}
