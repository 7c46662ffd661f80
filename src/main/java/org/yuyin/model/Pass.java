package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * One way of a batch through a network: tells blocks that behave differently while learning whether
 * they are, what to draw from, and collects what they want kept. For one thread.
 */
public final class Pass {
  private final boolean training;
  private final RandomGenerator random;
  private final Map<String, NDArray> kept = new LinkedHashMap<>();

  private Pass(boolean training, RandomGenerator random) {
    this.training = training;
    this.random = random;
  }

  /** As the step says. */
  public static Pass of(Step step) {
    return new Pass(step.training(), step.random());
  }

  /** Of a trained network: nothing is drawn and nothing kept. */
  public static Pass encoding() {
    return new Pass(
        false,
        () -> {
          throw new IllegalStateException("a trained network draws nothing");
        });
  }

  /** Whether the network learns from this batch. */
  public boolean training() {
    return training;
  }

  /** What to draw from while learning. */
  public RandomGenerator random() {
    return random;
  }

  /** Wants a kept weight to have that value from the next step on. */
  public void keep(String name, NDArray value) {
    kept.put(name, value.stopGradient());
  }

  /** All that was wanted kept, by name. */
  public Map<String, NDArray> kept() {
    return kept;
  }
}
