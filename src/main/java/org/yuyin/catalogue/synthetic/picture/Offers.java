package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.geom.Path2D;

/** What a shop pins to its products, drawn without a single letter of a font. */
final class Offers {
  private Offers() {}

  /** A tag on a string with a yuan sign and bars for the figures. */
  static void priceTag(Pencil pencil, Palette palette) {
    pencil.stroke(Pencil.curve(-62, -34, -88, -60, -70, -92), 3, palette.dark());
    var tag = new Path2D.Double();
    tag.moveTo(-84, 0);
    tag.lineTo(-48, -44);
    tag.lineTo(84, -44);
    tag.quadTo(96, -44, 96, -32);
    tag.lineTo(96, 32);
    tag.quadTo(96, 44, 84, 44);
    tag.lineTo(-48, 44);
    tag.closePath();
    pencil.body(Pencil.without(tag, Pencil.circle(-58, 0, 8)), palette.accent());
    var ink = inkOn(palette.accent());
    pencil.line(-30, -24, -16, -4, 7, ink);
    pencil.line(-2, -24, -16, -4, 7, ink);
    pencil.line(-16, -4, -16, 26, 7, ink);
    pencil.line(-28, 4, -4, 4, 5, ink);
    pencil.line(-28, 14, -4, 14, 5, ink);
    pencil.fill(Pencil.box(26, 1, 22, 50, 6), ink);
    pencil.fill(Pencil.box(54, 1, 22, 50, 6), ink);
    pencil.fill(Pencil.box(76, -14, 12, 20, 4), ink);
  }

  /** A burst with a percent sign. */
  static void discount(Pencil pencil, Palette palette) {
    pencil.body(Pencil.star(0, 0, 96, 78, 16), palette.accent());
    var ink = inkOn(palette.accent());
    pencil.stroke(Pencil.circle(0, 0, 66), 3, Tint.faint(ink, 0.6));
    pencil.line(-26, 34, 26, -34, 11, ink);
    pencil.stroke(Pencil.circle(-24, -20, 13), 10, ink);
    pencil.stroke(Pencil.circle(24, 20, 13), 10, ink);
  }

  /** Bars in the place of a headline and a button with an arrow. */
  static void headline(Pencil pencil, Palette palette) {
    var ink = inkOn(palette.backdrop());
    pencil.fill(Pencil.box(-14, -46, 168, 24, 12), Tint.faint(ink, 0.9));
    pencil.fill(Pencil.box(-38, -10, 120, 13, 6.5), Tint.faint(ink, 0.5));
    pencil.body(Pencil.box(-42, 38, 112, 40, 20), palette.accent());
    var arrow = inkOn(palette.accent());
    pencil.line(-70, 38, -18, 38, 6, arrow);
    pencil.line(-34, 26, -18, 38, 6, arrow);
    pencil.line(-34, 50, -18, 38, 6, arrow);
  }

  private static Color inkOn(Color ground) {
    double lightness = 0.3 * ground.getRed() + 0.59 * ground.getGreen() + 0.11 * ground.getBlue();
    return lightness > 140 ? new Color(0x2A2430) : Color.WHITE;
  }
}
