package org.yuyin.media.facts;

import java.util.List;
import java.util.Locale;

/** How lively music is: thirds of the scale from 0 to 1. */
public enum Energy {
  CALM,
  MODERATE,
  ENERGETIC;

  // Mean rise of the onset envelope, in dB a frame: a tenth of game music lies below, a tenth
  // above.
  private static final double LEAST_RISE = 0.5;
  private static final double MOST_RISE = 1.6;

  static Energy of(double energy) {
    return values()[Math.clamp((int) (energy * values().length), 0, values().length - 1)];
  }

  /** Where one ends and the next begins, between 0 and 1. */
  public static List<Double> bounds() {
    return List.of(1.0 / 3, 2.0 / 3);
  }

  /**
   * From 0 to 1.
   *
   * @param onsets of {@link OnsetEnvelope}
   */
  static double measure(double[] onsets) {
    double sum = 0;
    for (double rise : onsets) {
      sum += rise;
    }
    double mean = sum / Math.max(1, onsets.length);
    return Math.clamp((mean - LEAST_RISE) / (MOST_RISE - LEAST_RISE), 0, 1);
  }

  /** As people read it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
