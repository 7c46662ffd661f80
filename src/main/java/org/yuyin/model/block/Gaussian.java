package org.yuyin.model.block;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.yuyin.model.Pass;

/**
 * Normal distributions with independent values, one for each row of a batch.
 *
 * @param mean (batch, width)
 * @param logVariance (batch, width), natural logarithm
 */
public record Gaussian(NDArray mean, NDArray logVariance) {
  private static final int[] COLUMNS = {1};

  /**
   * What several experts agree on (product of experts, Hinton 2002, with the standard normal as one
   * more, as in Wu and Goodman 2018): precisions add up, and means are weighted by them.
   */
  public static Gaussian product(List<Gaussian> experts) {
    var precision = experts.getFirst().mean.onesLike();
    var weighted = precision.zerosLike();
    for (var expert : experts) {
      var own = expert.logVariance.neg().exp();
      precision = precision.add(own);
      weighted = weighted.add(own.mul(expert.mean));
    }
    return new Gaussian(weighted.div(precision), precision.log().neg());
  }

  /**
   * Kullback–Leibler divergence from the standard normal, {@code ½ Σ (μ² + σ² − 1 − ln σ²)}, the
   * mean over rows.
   */
  public NDArray divergence() {
    var sum = mean.square().add(logVariance.exp()).sub(logVariance).sub(1).sum(COLUMNS);
    return Scaled.by(sum.mean(), 0.5);
  }

  /** A draw for each row while learning, otherwise the means. */
  public NDArray sample(Pass pass) {
    if (!pass.training()) {
      return mean;
    }
    var noise = new float[Math.toIntExact(mean.size())];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) pass.random().nextGaussian();
    }
    var drawn = mean.getManager().create(noise, mean.getShape()).toType(mean.getDataType(), false);
    return mean.add(Scaled.by(logVariance, 0.5).exp().mul(drawn));
  }
}
