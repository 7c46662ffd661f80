package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.geom.Path2D;

/** A running shoe, a basketball, or a dumb-bell. */
final class SportProduct implements Product {
  @Override
  public void draw(Pencil pencil, Look look) {
    switch (look.make() % 4) {
      case 0, 1 -> shoe(pencil.moved(0, -8, 1, -10), look);
      case 2 -> ball(pencil, look);
      default -> dumbBell(pencil.moved(0, 0, 1, -22), look);
    }
  }

  private static void shoe(Pencil pencil, Look look) {
    var sole =
        Pencil.blob(
            -92, 44, -60, 52, 0, 54, 60, 50, 98, 40, 99, 58, 84, 68, 20, 72, -60, 72, -94, 66);
    pencil.body(sole, look.light());
    pencil.fill(Pencil.common(sole, Pencil.box(0, 69, 200, 8, 0)), look.accent());
    var upper = new Path2D.Double();
    upper.moveTo(-90, 48);
    upper.curveTo(-98, 10, -92, -24, -80, -46);
    upper.curveTo(-66, -38, -44, -36, -26, -44);
    upper.curveTo(-10, -20, 16, 0, 54, 10);
    upper.curveTo(86, 16, 98, 30, 97, 46);
    upper.curveTo(50, 58, -50, 58, -90, 48);
    pencil.fill(
        Pencil.blob(-82, -46, -66, -58, -36, -56, -26, -44, -50, -38),
        Tint.darker(look.second(), 0.35));
    pencil.body(upper, look.main());
    pencil.fill(
        Pencil.common(upper, Pencil.blob(40, 0, 100, 0, 110, 60, 46, 60, 60, 34)),
        Tint.darker(look.main(), 0.22));
    pencil.fill(
        Pencil.common(upper, Pencil.blob(-110, -20, -70, -10, -62, 20, -70, 60, -110, 60)),
        look.second());
    pencil.fill(
        Pencil.common(upper, Pencil.polygon(-58, 44, -22, -6, -6, -2, -28, 46)), look.light());
    pencil.fill(Pencil.common(upper, Pencil.polygon(-20, 46, 8, 8, 22, 12, 6, 47)), look.light());
    for (int lace = 0; lace < 4; lace++) {
      double x = 17 * lace;
      pencil.line(x - 26, -30 + 11 * lace, x - 8, -37 + 12 * lace, 5, look.light());
    }
  }

  private static void ball(Pencil pencil, Look look) {
    var leather = Tint.mix(new Color(0xE8772E), look.main(), 0.25);
    var ball = Pencil.circle(0, 6, 90);
    pencil.body(ball, leather);
    pencil.glow(ball, -34, -34, 80, Tint.faint(Color.WHITE, 0.32), Tint.faint(Color.WHITE, 0));
    var seam = Tint.darker(look.dark(), 0.3);
    pencil.stroke(ball, 4, seam);
    pencil.line(-89, 10, 89, 2, 4, seam);
    pencil.line(-6, -83, 8, 95, 4, seam);
    pencil.stroke(Pencil.curve(-58, -62, -4, 4, -62, 70), 4, seam);
    pencil.stroke(Pencil.curve(60, -60, 6, 4, 58, 74), 4, seam);
  }

  private static void dumbBell(Pencil pencil, Look look) {
    pencil.body(Pencil.box(0, 0, 120, 17, 6), new Color(0xB9BEC6));
    for (int grip = -3; grip <= 3; grip++) {
      pencil.line(grip * 9 - 2, -8, grip * 9 + 2, 8, 1.8, Tint.faint(look.dark(), 0.4));
    }
    for (int side = -1; side <= 1; side += 2) {
      pencil.body(Pencil.box(side * 48, 0, 21, 112, 9), look.main());
      pencil.body(Pencil.box(side * 70, 0, 21, 88, 9), Tint.darker(look.main(), 0.18));
      pencil.body(Pencil.box(side * 88, 0, 13, 46, 6), look.dark());
      pencil.fill(Pencil.box(side * 48, 0, 21, 11, 0), look.accent());
    }
  }
}
