package org.yuyin.catalogue.synthetic.plan;

import java.util.random.RandomGenerator;

/**
 * What picture and music of an ad have in common besides its category: the two axes of the
 * circumplex model of affect (Russell 1980).
 *
 * @param energy 0 calm to 1 driving
 * @param brightness 0 dark and serious to 1 light and cheerful
 */
public record Mood(double energy, double brightness) {
  public Mood {
    if (!(energy >= 0 && energy <= 1 && brightness >= 0 && brightness <= 1)) {
      throw new IllegalArgumentException(
          "a mood lies in [0, 1] x [0, 1], got energy %s, brightness %s"
              .formatted(energy, brightness));
    }
  }

  /** A mood nearby: both axes moved by normal noise and kept in range. */
  public Mood near(double deviation, RandomGenerator random) {
    return new Mood(
        inRange(energy + deviation * random.nextGaussian()),
        inRange(brightness + deviation * random.nextGaussian()));
  }

  /** The value that lies as far between two ends as the energy says. */
  public double byEnergy(double calm, double driving) {
    return calm + (driving - calm) * energy;
  }

  /** The value that lies as far between two ends as the brightness says. */
  public double byBrightness(double dark, double light) {
    return dark + (light - dark) * brightness;
  }

  private static double inRange(double value) {
    return Math.clamp(value, 0.0, 1.0);
  }
}
