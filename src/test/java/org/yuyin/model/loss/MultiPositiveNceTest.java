package org.yuyin.model.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MultiPositiveNceTest {
  private final MultiPositiveNce nce = new MultiPositiveNce(0.5, false);

  @Test
  void pointsThatAllCoincideLoseTheLogOfTheBatch() {
    var loss = with(manager -> nce.loss(manager.ones(shape()), manager.ones(shape())));

    assertThat(loss).isCloseTo(Math.log(4), within(1e-6));
  }

  @Test
  void rowsOfTheSameLabelShareTheCredit() {
    var loss =
        with(
            manager ->
                nce.positives(
                    manager.ones(shape()),
                    manager.ones(shape()),
                    manager.create(new long[] {7, 7, 7, 9})));

    // Three rows have three of four right answers, one has one of four.
    assertThat(loss).isCloseTo((3 * Math.log(4 / 3.0) + Math.log(4)) / 4, within(1e-6));
  }

  @Test
  void ignoredRowsStandOutsideBothSums() {
    var loss =
        with(
            manager ->
                nce.ignoring(
                    manager.ones(shape()),
                    manager.ones(shape()),
                    manager.create(new long[] {7, 7, 7, 9})));

    // Three rows choose between themselves and one other, the fourth among all four.
    assertThat(loss).isCloseTo((3 * Math.log(2) + Math.log(4)) / 4, within(1e-6));
  }

  @Test
  void tinyTemperaturesStayFinite() {
    var sharp = new MultiPositiveNce(1e-3, true);
    var loss =
        with(
            manager ->
                sharp.positives(
                    manager.eye(4),
                    manager.eye(4).sub(manager.ones(shape())),
                    manager.create(new long[] {7, 7, 8, 9})));

    assertThat(loss).isFinite();
  }

  private static ai.djl.ndarray.types.Shape shape() {
    return new ai.djl.ndarray.types.Shape(4, 4);
  }

  private static double with(Function<NDManager, NDArray> loss) {
    try (var manager = NDManager.newBaseManager("PyTorch")) {
      return loss.apply(manager).getFloat();
    }
  }
}
