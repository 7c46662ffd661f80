package org.yuyin.model.block;

import org.yuyin.model.InitialWeights;
import org.yuyin.model.Pass;
import org.yuyin.model.Weights;

/**
 * A running average of all trained weights (Polyak and Juditsky 1992, exponential as is usual now),
 * kept beside them and used in their place once the model is measured or used. It begins with a
 * shorter memory, so that the weights drawn at random are soon forgotten.
 *
 * @param decay share of the average that stays at each step, in [0, 1); 0 keeps none
 */
public record Averaged(double decay) {
  private static final String PREFIX = "average/";
  private static final String STEPS = "average.steps";
  private static final double SLOWEST_START = 10;

  /** Adds the average of all trained weights that were added before. */
  public void initialise(InitialWeights into) {
    if (decay > 0) {
      for (var weight : into.values()) {
        if (weight.trained()) {
          into.kept(PREFIX + weight.name(), weight.values(), weight.shape());
        }
      }
      into.kept(STEPS, new float[1]);
    }
  }

  /** Moves the average towards the weights as they are, once a step. */
  public void follow(Weights weights, Pass pass) {
    if (decay == 0 || !pass.training()) {
      return;
    }
    double steps = weights.get(STEPS).getFloat(0);
    double stays = Math.min(decay, (1 + steps) / (SLOWEST_START + steps));
    for (var name : weights.trained()) {
      var now = Scaled.by(weights.get(name).stopGradient(), 1 - stays);
      pass.keep(PREFIX + name, Scaled.by(weights.get(PREFIX + name), stays).add(now));
    }
    pass.keep(STEPS, weights.get(STEPS).add(1));
  }

  /** The weights with averages in the place of what gradients move. */
  public Weights of(Weights weights) {
    return decay == 0 ? weights : weights.replacedBy(PREFIX);
  }
}
