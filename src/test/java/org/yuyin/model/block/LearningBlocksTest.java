package org.yuyin.model.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.Pass;
import org.yuyin.model.Step;
import org.yuyin.model.Weights;

/** Blocks that do something else while learning than afterwards. */
class LearningBlocksTest {
  private final NDManager manager = NDManager.newBaseManager("PyTorch");

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void aBatchIsNormalisedByItselfAndItsStatisticsAreKept() {
    var norm = new BatchNorm("norm", 1);
    var weights = weights(norm::initialise);
    var x = manager.create(new float[] {1, 3}, new Shape(2, 1));
    var pass = learning(1);

    assertThat(norm.apply(weights, x, pass).toFloatArray())
        .containsExactly(new float[] {-1, 1}, within(1e-4f));
    weights.keep(pass.kept());
    // Running values move a tenth of the way: from 0 to mean 2, from 1 to the population's 2.
    assertThat(weights.get("norm.mean").getFloat(0)).isCloseTo(0.2f, within(1e-6f));
    assertThat(weights.get("norm.variance").getFloat(0)).isCloseTo(1.1f, within(1e-6f));

    var encoding = Pass.encoding();
    assertThat(norm.apply(weights, x, encoding).getFloat(1, 0))
        .isCloseTo((float) (2.8 / Math.sqrt(1.1)), within(1e-4f));
    assertThat(encoding.kept()).isEmpty();
  }

  @Test
  void dropoutLeavesOutTheShareAskedForAndKeepsSums() {
    var ones = manager.ones(new Shape(200, 100));
    var dropout = new Dropout(0.3);
    var dropped = dropout.apply(ones, learning(1));

    double left =
        dropped.gt(0).toType(ai.djl.ndarray.types.DataType.FLOAT32, false).mean().getFloat();
    // 20,000 draws: a standard error of 0.003.
    assertThat(left).isCloseTo(0.7, within(0.01));
    assertThat((double) dropped.mean().getFloat()).isCloseTo(1, within(0.02));
    assertThat(dropout.apply(ones, learning(1)).toFloatArray()).isEqualTo(dropped.toFloatArray());
    assertThat(dropout.apply(ones, Pass.encoding())).isSameAs(ones);
  }

  @Test
  void averagesFollowTheWeightsMoreAndMoreSlowly() {
    var averaged = new Averaged(0.5);
    var weights =
        weights(
            into -> {
              into.constant("w", 0, 1);
              averaged.initialise(into);
            });
    weights.get("w").addi(10);

    // 1/10 stays at the first step, 2/11 at the second; later never more than 1/2.
    follow(averaged, weights);
    assertThat(averaged.of(weights).get("w").getFloat(0)).isCloseTo(9, within(1e-5f));
    follow(averaged, weights);
    assertThat(averaged.of(weights).get("w").getFloat(0))
        .isCloseTo((float) (10 - 2 / 11.), within(1e-5f));
    assertThat(weights.get("w").getFloat(0)).isEqualTo(10);
  }

  @Test
  void attentionToOneTokenTakesThatTokenWhoeverAsks() {
    var attention = new Attention("a", 8, 2);
    var weights = weights(attention::initialise);
    var asking = manager.randomNormal(new Shape(3, 5, 8));
    var zero = asking.zerosLike();
    var asked = manager.randomNormal(new Shape(3, 1, 8));

    var answers = attention.apply(weights, zero, asked);
    for (int token = 1; token < 5; token++) {
      assertThat(answers.get(0).get(token).toFloatArray())
          .containsExactly(answers.get(0).get(0).toFloatArray(), within(1e-5f));
    }
  }

  @Test
  void attentionDoesNotDependOnTheOrderOfWhatIsAsked() {
    var attention = new Attention("a", 8, 4);
    var weights = weights(attention::initialise);
    var asking = manager.randomNormal(new Shape(2, 5, 8));
    var asked = manager.randomNormal(new Shape(2, 6, 8));

    assertThat(attention.apply(weights, asking, asked.flip(1)).toFloatArray())
        .containsExactly(attention.apply(weights, asking, asked).toFloatArray(), within(1e-5f));
  }

  @Test
  void aVectorThatDoesNotDivideIsFilledUpWithZeros() {
    var tokens = new Tokens("t", 13, 4);
    var weights = weights(tokens::initialise);
    var x = manager.randomNormal(new Shape(3, 13));
    var filled = new NDArray[] {x, manager.zeros(new Shape(3, 3))};
    var longer = ai.djl.ndarray.NDArrays.concat(new ai.djl.ndarray.NDList(filled), 1);

    var cut = tokens.apply(weights, x);
    assertThat(cut.getShape()).isEqualTo(new Shape(3, 8, 4));
    var other = new Tokens(16, tokens.layer());
    assertThat(other.apply(weights, longer).toFloatArray()).isEqualTo(cut.toFloatArray());
  }

  private void follow(Averaged averaged, Weights weights) {
    var pass = learning(1);
    averaged.follow(weights, pass);
    weights.keep(pass.kept());
  }

  private static Pass learning(long seed) {
    return Pass.of(new Step(true, 0, new SplittableRandom(seed)));
  }

  private Weights weights(java.util.function.Consumer<InitialWeights> initialise) {
    var into = new InitialWeights(new SplittableRandom(5));
    initialise.accept(into);
    return Weights.of(into.values(), manager);
  }
}
