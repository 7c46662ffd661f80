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
import org.yuyin.model.block.Gaussian;

/** Every loss's gradient against central differences, in double precision. */
class LossGradientTest {
  private static final int ROWS = 6;
  private static final int COLUMNS = 4;
  private static final double NUDGE = 1e-5;

  static Stream<Arguments> losses() {
    return Stream.of(contrasts(), rankings(), structures(), latents()).flatMap(some -> some);
  }

  private static Stream<Arguments> rankings() {
    var cosine = new CosineLoss(0.2);
    var ranking = new RankingLoss(0.3, 2);
    return Stream.of(
        loss("cosine", x -> cosine.loss(x, other(x), labels(x))),
        loss("cosine, as y", x -> cosine.loss(other(x), x, labels(x))),
        loss("ranking", x -> ranking.loss(x, other(x), labels(x))),
        loss("ranking, as y", x -> ranking.loss(other(x), x, labels(x))),
        loss("graded", x -> graded(x, other(x))));
  }

  private static NDArray graded(NDArray x, NDArray y) {
    var others = Alike.others(labels(x), x.getDataType());
    return new GradedNce(0.5).loss(x.matMul(y.transpose()), others, others.zerosLike());
  }

  private static Stream<Arguments> structures() {
    var intra = new IntraModalLoss();
    return Stream.of(
        loss("structure", x -> new StructureLoss().loss(other(x), x)),
        loss("change within a modality", x -> intra.loss(other(x), x)));
  }

  private static Stream<Arguments> latents() {
    var correlation = new CorrelationLoss(0.1, 3);
    return Stream.of(
        loss("correlation", x -> correlation.loss(x, other(x))),
        loss("correlation, as y", x -> correlation.loss(other(x), x)),
        loss("all correlations", x -> new CorrelationLoss(0.5, 9).loss(x, other(x))),
        loss("divergence, mean", x -> new Gaussian(x, other(x)).divergence()),
        loss("divergence, variance", x -> new Gaussian(other(x), x).divergence()),
        loss("product, mean", x -> product(new Gaussian(x, other(x)))),
        loss("product, variance", x -> product(new Gaussian(other(x), x))));
  }

  private static NDArray product(Gaussian expert) {
    var second = new Gaussian(expert.mean().square(), expert.logVariance().square());
    var product = Gaussian.product(List.of(expert, second));
    return product.mean().square().sum().add(product.logVariance().sum());
  }

  private static Stream<Arguments> contrasts() {
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
