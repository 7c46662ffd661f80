package org.yuyin.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yuyin.model.WeightValues;
import org.yuyin.model.Weights;

/** Adam by PyTorch's own operations, for weights on a device whose memory Java cannot reach. */
final class DeviceAdam implements Adam {
  private static final int NO_CLIPPING = -1;

  private final double learningRate;
  private final Map<String, NDArray> means = new LinkedHashMap<>();
  private final Map<String, NDArray> variances = new LinkedHashMap<>();
  private long steps;

  /** Starts with moments of zero, which live as long as the manager. */
  DeviceAdam(double learningRate, Weights weights, NDManager manager) {
    this.learningRate = learningRate;
    for (var name : weights.trained()) {
      means.put(name, manager.zeros(weights.get(name).getShape()));
      variances.put(name, manager.zeros(weights.get(name).getShape()));
    }
  }

  /** Takes over the moments of an earlier one, by {@link #moments}. */
  DeviceAdam(double learningRate, List<WeightValues> earlier, long steps, NDManager manager) {
    this.learningRate = learningRate;
    this.steps = steps;
    for (var value : earlier) {
      var array = manager.create(FloatBuffer.wrap(value.values()), new Shape(value.shape()));
      var name = value.name().substring(value.name().indexOf('/') + 1);
      (value.name().startsWith("mean/") ? means : variances).put(name, array);
    }
  }

  @Override
  public void step(Weights weights, Weights leaves) {
    steps++;
    var factors = Factors.of(learningRate, steps);
    means.forEach(
        (name, mean) -> {
          try (var gradient = leaves.get(name).getGradient()) {
            var weight = weights.get(name);
            var arrays = new NDList(weight, gradient, mean, variance(name));
            weight
                .getNDArrayInternal()
                .adamUpdate(
                    arrays,
                    new NDList(gradient),
                    factors.rate(),
                    factors.rate(),
                    0,
                    1,
                    NO_CLIPPING,
                    (float) BETA_1,
                    (float) BETA_2,
                    factors.epsilon(),
                    false,
                    false);
          }
        });
  }

  private NDArray variance(String name) {
    var found = variances.get(name);
    if (found == null) {
      throw new IllegalStateException("the variance of " + name + " is missing");
    }
    return found;
  }

  @Override
  public List<WeightValues> moments() {
    var values = new ArrayList<WeightValues>();
    means.forEach(
        (name, mean) -> {
          values.add(copy("mean/" + name, mean));
          values.add(copy("variance/" + name, variance(name)));
        });
    return values;
  }

  private static WeightValues copy(String name, NDArray array) {
    return new WeightValues(name, array.getShape().getShape(), array.toFloatArray(), false);
  }

  @Override
  public long steps() {
    return steps;
  }
}
