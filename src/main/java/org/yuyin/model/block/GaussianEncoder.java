package org.yuyin.model.block;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.Weights;

/**
 * From features to a normal distribution over the latent space: a hidden layer with ReLU, then mean
 * and logarithm of the variance, the latter kept within ±6 lest its exponential runs away.
 */
public record GaussianEncoder(LinearLayer hidden, LinearLayer mean, LinearLayer logVariance) {
  private static final double BOUND = 6;

  /** An encoder whose weights start with {@code name}. */
  public GaussianEncoder(String name, int inputs, int hidden, int width) {
    this(
        new LinearLayer(name + ".hidden", inputs, hidden),
        new LinearLayer(name + ".mean", hidden, width),
        new LinearLayer(name + ".variance", hidden, width));
  }

  /** Adds the weights of all layers. */
  public void initialise(InitialWeights into) {
    hidden.initialise(into);
    mean.initialise(into);
    logVariance.initialise(into);
  }

  /** (batch, inputs) to (batch, width). */
  public Gaussian apply(Weights weights, NDArray x) {
    var values = Activation.relu(hidden.apply(weights, x));
    var free = logVariance.apply(weights, values);
    var bounded = Scaled.by(Activation.tanh(Scaled.by(free, 1 / BOUND)), BOUND);
    return new Gaussian(mean.apply(weights, values), bounded);
  }
}
