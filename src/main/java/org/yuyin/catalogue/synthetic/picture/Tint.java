package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;

/** Small changes to a colour. */
final class Tint {
  private Tint() {}

  /** A mixture; share 0 is the first, 1 the second. */
  static Color mix(Color first, Color second, double share) {
    return new Color(
        between(first.getRed(), second.getRed(), share),
        between(first.getGreen(), second.getGreen(), share),
        between(first.getBlue(), second.getBlue(), share),
        between(first.getAlpha(), second.getAlpha(), share));
  }

  static Color lighter(Color color, double share) {
    return mix(color, new Color(255, 255, 255, color.getAlpha()), share);
  }

  static Color darker(Color color, double share) {
    return mix(color, new Color(18, 14, 26, color.getAlpha()), share);
  }

  /** The same colour with an opacity of 0 to 1. */
  static Color faint(Color color, double opacity) {
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
  }

  private static int between(int first, int second, double share) {
    return (int) Math.round(first + (second - first) * share);
  }
}
