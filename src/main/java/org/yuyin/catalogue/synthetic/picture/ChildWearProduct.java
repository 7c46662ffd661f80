package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Dungarees, a small dress with dots, or a sweater with a star and shorts. */
final class ChildWearProduct implements Product {
  private static final Color BRASS = new Color(0xF7C948);

  @Override
  public void draw(Pencil pencil, Look look) {
    switch (look.make() % 3) {
      case 0 -> dungarees(pencil, look);
      case 1 -> dress(pencil, look);
      default -> sweater(pencil, look);
    }
  }

  private static void dungarees(Pencil pencil, Look look) {
    shirt(pencil, look.light(), look);
    for (int stripe = 0; stripe < 4; stripe++) {
      pencil.fill(Pencil.box(0, -58 + 13 * stripe, 76, 5, 0), Tint.faint(look.accent(), 0.8));
    }
    var half = new Path2D.Double();
    half.moveTo(0, -40);
    half.lineTo(30, -40);
    half.lineTo(34, -6);
    half.curveTo(50, 6, 54, 20, 56, 94);
    half.lineTo(8, 94);
    half.lineTo(4, 36);
    half.lineTo(0, 34);
    half.closePath();
    pencil.body(Pencil.mirrored(half), look.main());
    pencil.fill(Pencil.mirrored(Pencil.box(32, 89, 49, 10, 2)), Tint.lighter(look.main(), 0.35));
    pencil.fill(Pencil.mirrored(Pencil.polygon(20, -72, 30, -72, 29, -32, 19, -32)), look.main());
    pencil.body(Pencil.circle(24, -32, 5), BRASS);
    pencil.body(Pencil.circle(-24, -32, 5), BRASS);
    pencil.body(Pencil.box(0, -14, 36, 28, 6), Tint.darker(look.main(), 0.12));
    pencil.fill(Pencil.heart(0, -13, 7), look.accent());
    pencil.body(Pencil.turned(Pencil.box(30, 56, 20, 18, 2), 8, 30, 56), look.second());
  }

  private static void dress(Pencil pencil, Look look) {
    shirt(pencil, look.main(), look);
    var half = new Path2D.Double();
    half.moveTo(0, -66);
    half.lineTo(22, -70);
    half.lineTo(34, -10);
    half.curveTo(50, 24, 70, 56, 82, 84);
    half.curveTo(50, 98, 24, 96, 0, 98);
    half.closePath();
    var cloth = Pencil.mirrored(half);
    pencil.body(cloth, look.main());
    for (int row = 0; row < 5; row++) {
      for (int column = -4; column <= 4; column++) {
        var dot = Pencil.circle(column * 22 + (row % 2) * 11, 8 + 20 * row, 5);
        pencil.fill(Pencil.common(cloth, dot), Tint.faint(look.light(), 0.9));
      }
    }
    pencil.body(Pencil.box(0, -8, 72, 12, 4), look.accent());
    pencil.body(Pencil.mirrored(Pencil.blob(0, -8, 20, -22, 26, -8, 20, 6)), look.accent());
    pencil.fill(Pencil.mirrored(Pencil.blob(0, -66, 16, -72, 26, -58, 6, -52)), look.light());
  }

  private static void sweater(Pencil pencil, Look look) {
    pencil.body(
        Pencil.mirrored(Pencil.polygon(0, 40, 46, 40, 50, 94, 10, 94, 4, 62, 0, 62)),
        look.second());
    shirt(pencil, look.main(), look);
    pencil.body(Pencil.box(0, -12, 92, 112, 14), look.main());
    pencil.fill(Pencil.box(0, 40, 92, 11, 3), look.accent());
    pencil.body(Pencil.star(0, -12, 31, 14, 5), look.accent());
    pencil.fill(Pencil.circle(-8, -12, 3), look.dark());
    pencil.fill(Pencil.circle(8, -12, 3), look.dark());
    pencil.stroke(Pencil.curve(-6, -4, 0, 2, 6, -4), 2.4, look.dark());
    pencil.fill(Pencil.oval(0, -68, 22, 8), Tint.darker(look.main(), 0.35));
    pencil.stroke(Pencil.oval(0, -68, 22, 8), 5, look.accent());
  }

  private static void shirt(Pencil pencil, Color cloth, Look look) {
    pencil.body(
        Pencil.mirrored(Pencil.polygon(20, -72, 44, -66, 80, -14, 60, 2, 36, -26)),
        Tint.darker(cloth, 0.06));
    pencil.fill(Pencil.mirrored(Pencil.polygon(73, -24, 80, -14, 60, 2, 53, -7)), look.accent());
    pencil.body(Pencil.box(0, -30, 80, 82, 16), cloth);
    pencil.fill(Pencil.oval(0, -69, 18, 7), Tint.darker(cloth, 0.4));
  }
}
