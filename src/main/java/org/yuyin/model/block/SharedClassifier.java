package org.yuyin.model.block;

import ai.djl.ndarray.NDArray;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.Weights;
import org.yuyin.model.loss.CrossEntropy;

/**
 * One linear layer that predicts the category from a point of the common space, shared by all
 * modalities, so that they agree on where a category lies.
 */
public record SharedClassifier(LinearLayer linear) {
  /** A classifier whose weights start with {@code name}. */
  public SharedClassifier(String name, int width, int classes) {
    this(new LinearLayer(name, width, classes));
  }

  /** Adds its weights. */
  public void initialise(InitialWeights into) {
    linear.initialise(into);
  }

  /**
   * How badly the classes are predicted.
   *
   * @param points (batch, width)
   * @param classes (batch) int64, the true ones
   * @return scalar
   */
  public NDArray loss(Weights weights, NDArray points, NDArray classes) {
    return new CrossEntropy().loss(apply(weights, points), classes);
  }

  /** (batch, width) to (batch, classes), unnormalised log-probabilities. */
  public NDArray apply(Weights weights, NDArray points) {
    return linear.apply(weights, points);
  }
}
