package org.yuyin.media.facts;

import java.util.List;

/**
 * One value for each second of a sound; the last second may be shorter.
 *
 * @param perSecond in the order of time
 */
public record Curve(List<Float> perSecond) {
  public Curve {
    perSecond = List.copyOf(perSecond);
  }

  /** The mean over time; 0 for an empty sound. */
  public double mean() {
    return perSecond.stream().mapToDouble(Float::doubleValue).average().orElse(0);
  }
}
