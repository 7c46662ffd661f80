package org.yuyin.model.block;

import ai.djl.ndarray.NDArray;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.Pass;
import org.yuyin.model.Weights;

/**
 * Batch normalisation (Ioffe and Szegedy 2015): columns are brought to mean 0 and deviation 1, by
 * the batch's statistics while learning, afterwards by running ones that are kept with the weights;
 * then scaled and shifted as learned. Momentum and ε are PyTorch's.
 *
 * @param name prefix of its four weights
 */
public record BatchNorm(String name, int width) {
  private static final double MOMENTUM = 0.1;
  private static final double EPSILON = 1e-5;
  private static final int[] ROWS = {0};

  /** Adds scale and shift, and the running statistics. */
  public void initialise(InitialWeights into) {
    into.constant(name + ".scale", 1, width);
    into.constant(name + ".shift", 0, width);
    into.kept(name + ".mean", new float[width]);
    var ones = new float[width];
    java.util.Arrays.fill(ones, 1);
    into.kept(name + ".variance", ones);
  }

  /** (batch, width) to the same. */
  public NDArray apply(Weights weights, NDArray x, Pass pass) {
    var mean = pass.training() ? x.mean(ROWS) : weights.get(name + ".mean");
    var centred = x.sub(mean);
    var variance = pass.training() ? centred.square().mean(ROWS) : weights.get(name + ".variance");
    if (pass.training()) {
      long rows = x.getShape().get(0);
      keep(weights, pass, ".mean", mean.stopGradient());
      // The running variance is that of the population, with divisor n - 1.
      double population = rows / (double) Math.max(1, rows - 1);
      keep(weights, pass, ".variance", Scaled.by(variance.stopGradient(), population));
    }
    return centred
        .div(variance.add(EPSILON).sqrt())
        .mul(weights.get(name + ".scale"))
        .add(weights.get(name + ".shift"));
  }

  private void keep(Weights weights, Pass pass, String statistic, NDArray now) {
    var before = weights.get(name + statistic);
    pass.keep(name + statistic, Scaled.by(before, 1 - MOMENTUM).add(Scaled.by(now, MOMENTUM)));
  }
}
