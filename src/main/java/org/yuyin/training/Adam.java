package org.yuyin.training;

import java.util.List;
import org.yuyin.model.WeightValues;
import org.yuyin.model.Weights;

/**
 * Adam (Kingma and Ba 2015) with β₁ 0.9, β₂ 0.999, ε 1e-8, as PyTorch computes it. Its moments can
 * be read and set, so that a resumed run continues exactly.
 */
interface Adam {
  double BETA_1 = 0.9;
  double BETA_2 = 0.999;
  double EPSILON = 1e-8;

  /** Moves every trained weight by the gradient that its leaf has collected. */
  void step(Weights weights, Weights leaves);

  /** What it remembers: for each trained weight {@code mean/NAME} and {@code variance/NAME}. */
  List<WeightValues> moments();

  /** Steps taken since the beginning of the run. */
  long steps();

  /**
   * PyTorch moves by {@code lr/(1-β₁ᵗ) · m / (√v/√(1-β₂ᵗ) + ε)}; both forms here are that, with the
   * root of the second bias brought to the front.
   *
   * @param rate step size with both bias corrections
   * @param epsilon ε with the correction of the variance
   */
  record Factors(float rate, float epsilon) {
    static Factors of(double learningRate, long steps) {
      double meanBias = 1 - Math.pow(BETA_1, steps);
      double rootBias = Math.sqrt(1 - Math.pow(BETA_2, steps));
      return new Factors(
          (float) (learningRate * rootBias / meanBias), (float) (EPSILON * rootBias));
    }
  }
}
