package org.yuyin.model.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every loss's gradient against central differences, in double precision. */
class LossGradientTest {
  private static final int ROWS = 6;
  private static final int COLUMNS = 4;
  private static final double NUDGE = 1e-5;

  static Stream<Arguments> losses() {
    return Stream.of(true, false)
        .flatMap(
            symmetric -> {
              var nce = new MultiPositiveNce(0.3, symmetric);
              return Stream.of(
                  loss("own row, symmetric " + symmetric, x -> nce.loss(x, other(x))),
                  loss("positives, " + symmetric, x -> nce.positives(x, other(x), labels(x))),
                  loss("ignoring, " + symmetric, x -> nce.ignoring(x, other(x), labels(x))),
                  loss("as y, " + symmetric, x -> nce.positives(other(x), x, labels(x))),
                  loss("cross-entropy", x -> new CrossEntropy().loss(x, labels(x))));
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void gradientIsTheSlopeOfTheLoss(String name, Function<NDArray, NDArray> loss) {
    try (var manager = NDManager.newBaseManager("PyTorch")) {
      var point = random(1);
      var gradient = gradient(point, loss, manager);
      for (int i = 0; i < point.length; i++) {
        double slope =
            (at(point, i, NUDGE, loss, manager) - at(point, i, -NUDGE, loss, manager))
                / (2 * NUDGE);
        assertThat(gradient[i]).as("%s, value %d", name, i).isCloseTo(slope, within(1e-7));
      }
    }
  }

  private static Arguments loss(String name, Function<NDArray, NDArray> loss) {
    return Arguments.of(name, loss);
  }

  private static double[] gradient(
      double[] point, Function<NDArray, NDArray> loss, NDManager manager) {
    var x = manager.create(point, new Shape(ROWS, COLUMNS));
    x.setRequiresGradient(true);
    try (var collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      collector.backward(loss.apply(x));
    }
    return x.getGradient().toDoubleArray();
  }

  private static double at(
      double[] point, int index, double nudge, Function<NDArray, NDArray> loss, NDManager manager) {
    var moved = point.clone();
    moved[index] += nudge;
    return loss.apply(manager.create(moved, new Shape(ROWS, COLUMNS))).getDouble();
  }

  private static NDArray other(NDArray x) {
    return x.getManager().create(random(2), new Shape(ROWS, COLUMNS));
  }

  private static NDArray labels(NDArray x) {
    return x.getManager().create(List.of(0, 1, 0, 2, 1, 3).stream().mapToLong(i -> i).toArray());
  }

  private static double[] random(long seed) {
    return new SplittableRandom(seed).doubles((long) ROWS * COLUMNS, -1, 1).toArray();
  }
}
