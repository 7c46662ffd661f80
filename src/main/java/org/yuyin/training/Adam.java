package org.yuyin.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yuyin.model.Weights;

/**
 * Adam (Kingma and Ba 2015) with β₁ 0.9, β₂ 0.999, ε 1e-8, as PyTorch computes it. Its moments can
 * be read and set, so that a resumed run continues exactly.
 */
final class Adam {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final double learningRate;
  private final Map<String, NDArray> means = new LinkedHashMap<>();
  private final Map<String, NDArray> variances = new LinkedHashMap<>();
  private long steps;

  Adam(double learningRate, Weights weights, NDManager manager) {
    this.learningRate = learningRate;
    for (var name : weights.trained()) {
      means.put(name, manager.zeros(weights.get(name).getShape()));
      variances.put(name, manager.zeros(weights.get(name).getShape()));
    }
  }

  /** Moves every trained weight by the gradient that its leaf has collected. */
  void step(Weights weights, Weights leaves) {
    steps++;
    double meanBias = 1 - Math.pow(BETA_1, steps);
    double rootBias = Math.sqrt(1 - Math.pow(BETA_2, steps));
    for (var name : weights.trained()) {
      try (var gradient = leaves.get(name).getGradient()) {
        var weight = weights.get(name);
        var arrays = new NDList(weight, gradient, means.get(name), variances.get(name));
        weight
            .getNDArrayInternal()
            .adamUpdate(
                arrays,
                new NDList(gradient),
                (float) (learningRate * rootBias / meanBias),
                (float) (learningRate * rootBias / meanBias),
                0,
                1,
                -1,
                (float) BETA_1,
                (float) BETA_2,
                (float) (EPSILON * rootBias),
                false,
                false);
      }
    }
  }
}
