package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** A gamepad, a handheld console, or a pocket brick of the old kind. */
final class GameProduct implements Product {
  @Override
  public void draw(Pencil pencil, Look look) {
    switch (look.make() % 3) {
      case 0 -> gamepad(pencil.moved(0, -6, 1.08, -6), look);
      case 1 -> handheld(pencil.moved(0, 0, 1.02, -5), look);
      default -> brick(pencil.moved(0, 0, 1, 5), look);
    }
  }

  private static void gamepad(Pencil pencil, Look look) {
    pencil.body(Pencil.mirrored(Pencil.box(54, -36, 34, 24, 9)), Tint.darker(look.second(), 0.25));
    var half = new Path2D.Double();
    half.moveTo(0, -38);
    half.lineTo(30, -40);
    half.curveTo(58, -50, 78, -40, 84, -12);
    half.curveTo(92, 22, 96, 56, 78, 58);
    half.curveTo(60, 60, 54, 26, 34, 22);
    half.lineTo(0, 20);
    half.closePath();
    pencil.body(Pencil.mirrored(half), look.main());
    pencil.body(Pencil.box(0, -22, 44, 24, 6), look.second());
    pencil.fill(Pencil.box(0, -12, 36, 3, 1.5), Tint.faint(look.light(), 0.8));
    Color[] colours = {
      new Color(0xF2B134), new Color(0xE4572E), new Color(0x4EA699), new Color(0x5B8DEF)
    };
    int[][] places = {{56, -26}, {68, -14}, {56, -2}, {44, -14}};
    for (int button = 0; button < 4; button++) {
      pencil.body(Pencil.circle(places[button][0], places[button][1], 6.4), colours[button]);
    }
    pencil.fill(Pencil.box(-56, -14, 32, 11, 2.5), look.dark());
    pencil.fill(Pencil.box(-56, -14, 11, 32, 2.5), look.dark());
    stick(pencil, -27, 8, look);
    stick(pencil, 27, 8, look);
    pencil.fill(Pencil.circle(0, 6, 4), look.accent());
  }

  private static void stick(Pencil pencil, double x, double y, Look look) {
    var dark = look.dark();
    pencil.fill(Pencil.circle(x, y, 14.5), Tint.faint(Color.BLACK, 0.25));
    pencil.body(Pencil.circle(x, y, 12.5), dark);
    pencil.glow(Pencil.circle(x, y - 1, 8.5), x - 2, y - 4, 10, Tint.lighter(dark, 0.45), dark);
  }

  private static void handheld(Pencil pencil, Look look) {
    var whole = Pencil.box(0, 0, 190, 88, 26);
    pencil.body(Pencil.box(0, 0, 190, 88, 24), look.dark());
    pencil.body(Pencil.without(whole, Pencil.box(20, 0, 150, 100, 0)), look.main());
    pencil.body(Pencil.without(whole, Pencil.box(-20, 0, 150, 100, 0)), look.accent());
    level(pencil, Pencil.box(0, 0, 104, 66, 3), look);
    stick(pencil, -75, -18, look);
    stick(pencil, 75, 14, look);
    for (int button = 0; button < 4; button++) {
      double x = 9 * Math.cos(Math.PI / 2 * button);
      double y = 9 * Math.sin(Math.PI / 2 * button);
      pencil.fill(Pencil.circle(75 + x, -20 + y, 4), look.dark());
      pencil.fill(Pencil.circle(-75 + x, 16 + y, 4), look.dark());
    }
  }

  /** A platform game on the screen: sky, hills, bricks, a coin. */
  private static void level(Pencil pencil, Shape screen, Look look) {
    var bounds = screen.getBounds2D();
    double left = bounds.getMinX();
    double floor = bounds.getMaxY();
    pencil.fall(screen, new Color(0x5AB4F0), new Color(0xBFE6F7));
    pencil.fill(
        Pencil.common(screen, Pencil.circle(left + 30, floor + 8, 30)), new Color(0x7CC66A));
    pencil.fill(
        Pencil.common(screen, Pencil.circle(left + 74, floor + 18, 44)), new Color(0x5FAE5B));
    for (int brick = 0; brick < 3; brick++) {
      var colour = brick == 2 ? look.accent() : new Color(0xB5653A);
      pencil.fill(Pencil.box(left + 36 + 11 * brick, floor - 34, 10, 9, 1), colour);
    }
    pencil.fill(
        Pencil.common(screen, Pencil.box(bounds.getCenterX(), floor, bounds.getWidth(), 16, 0)),
        new Color(0x8A5A3B));
    pencil.body(Pencil.circle(left + 58, floor - 46, 5), new Color(0xFFD23F));
    pencil.fill(Pencil.box(left + 18, floor - 14, 8, 12, 2), new Color(0xE03B3B));
    pencil.fill(Pencil.circle(left + 18, floor - 23, 5), new Color(0xFFD9B3));
    double shineX = bounds.getMaxX() - 22;
    var shine =
        Pencil.turned(
            Pencil.box(shineX, bounds.getCenterY(), 16, 140, 0), 24, shineX, bounds.getCenterY());
    pencil.fill(Pencil.common(screen, shine), Tint.faint(Color.WHITE, 0.14));
  }

  private static void brick(Pencil pencil, Look look) {
    pencil.body(Pencil.box(0, 0, 108, 184, 14), look.main());
    pencil.body(Pencil.box(0, -42, 90, 78, 8), look.dark());
    level(pencil, Pencil.box(0, -42, 72, 60, 2), look);
    pencil.fill(Pencil.box(-28, 32, 32, 11, 2.5), look.dark());
    pencil.fill(Pencil.box(-28, 32, 11, 32, 2.5), look.dark());
    pencil.body(Pencil.circle(36, 24, 10), look.accent());
    pencil.body(Pencil.circle(16, 40, 10), look.accent());
    for (int slot = 0; slot < 4; slot++) {
      double x = 16 + 9 * slot;
      pencil.line(x, 82, x + 8, 66, 3, Tint.faint(look.dark(), 0.5));
    }
    pencil.fill(Pencil.turned(Pencil.box(-24, 68, 16, 5, 2.5), -20, -24, 68), look.second());
    pencil.fill(Pencil.turned(Pencil.box(-6, 68, 16, 5, 2.5), -20, -6, 68), look.second());
  }
}
