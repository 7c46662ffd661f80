package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.Shape;

/** Parts that suits and shirts have in common. */
final class Tailoring {
  private Tailoring() {}

  /** Both lapels, from the shoulders down to the first button. */
  static void lapels(Pencil pencil, Color cloth, double width, double button) {
    var lapel =
        Pencil.polygon(
            9, -76, width, -60, width + 8, -46, width - 3, -40, width + 3, -34, 1.5, button);
    pencil.body(lapel, Tint.lighter(cloth, 0.1));
    pencil.body(Pencil.flipped(lapel), Tint.lighter(cloth, 0.14));
    pencil.stroke(lapel, 1.2, Tint.faint(Color.BLACK, 0.28));
    pencil.stroke(Pencil.flipped(lapel), 1.2, Tint.faint(Color.BLACK, 0.28));
  }

  static void buttons(Pencil pencil, double first, int count, Color colour) {
    for (int button = 0; button < count; button++) {
      pencil.body(Pencil.circle(3, first + 17 * button, 3.6), colour);
    }
  }

  /** Fine stripes on a cloth. */
  static void pinstripes(Pencil pencil, Shape cloth, Color colour) {
    for (int stripe = -9; stripe <= 9; stripe++) {
      pencil.fill(
          Pencil.common(cloth, Pencil.box(stripe * 9, 0, 1.1, 220, 0)), Tint.faint(colour, 0.28));
    }
  }

  /** A clothes hanger whose arms lie at the given height. */
  static void hanger(Pencil pencil, double y, double reach) {
    var wood = new Color(0xC99A63);
    pencil.stroke(
        Pencil.curve(0, y - 4, 0, y - 16, 7, y - 18, 13, y - 24, 4, y - 28),
        3,
        new Color(0x9AA0A8));
    pencil.line(0, y - 4, reach, y + 14, 6, wood);
    pencil.line(0, y - 4, -reach, y + 14, 6, wood);
  }
}
