package org.yuyin.media.facts;

import java.util.List;
import java.util.Locale;

/** How bright music sounds: about a third of game music lies in each. */
public enum Brightness {
  DARK,
  BALANCED,
  BRIGHT;

  private static final double DARK_BELOW_HZ = 1100;
  private static final double BRIGHT_FROM_HZ = 1600;

  static Brightness of(double centroidHz) {
    return centroidHz < DARK_BELOW_HZ ? DARK : centroidHz < BRIGHT_FROM_HZ ? BALANCED : BRIGHT;
  }

  /** Where one ends and the next begins, in Hz. */
  public static List<Double> boundsHz() {
    return List.of(DARK_BELOW_HZ, BRIGHT_FROM_HZ);
  }

  /** As people read it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
