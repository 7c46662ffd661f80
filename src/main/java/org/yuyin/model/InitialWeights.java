package org.yuyin.model;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Collects the weights a network starts from. */
public final class InitialWeights {
  private final List<WeightValues> collected = new ArrayList<>();
  private final RandomGenerator random;

  /** Draws from {@code random}, in the order the weights are added. */
  public InitialWeights(RandomGenerator random) {
    this.random = random;
  }

  /** Adds weights drawn evenly from [-bound, bound). */
  public void uniform(String name, double bound, long... shape) {
    long size = java.util.Arrays.stream(shape).reduce(1, Math::multiplyExact);
    var values = new float[Math.toIntExact(size)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    collected.add(new WeightValues(name, shape, values, true));
  }

  /** Adds trained weights that all start from one value. */
  public void constant(String name, double value, long... shape) {
    long size = java.util.Arrays.stream(shape).reduce(1, Math::multiplyExact);
    var values = new float[Math.toIntExact(size)];
    java.util.Arrays.fill(values, (float) value);
    collected.add(new WeightValues(name, shape, values, true));
  }

  /** Adds a vector that is kept with the weights but not trained. */
  public void kept(String name, float[] values) {
    kept(name, values, values.length);
  }

  /** Adds an array that is kept with the weights but not trained. */
  public void kept(String name, float[] values, long... shape) {
    collected.add(new WeightValues(name, shape, values, false));
  }

  /** What weights are drawn from, for methods with draws of their own. */
  public RandomGenerator random() {
    return random;
  }

  /** What was added, in order. */
  public List<WeightValues> values() {
    return List.copyOf(collected);
  }
}
