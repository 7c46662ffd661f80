package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** A boxy T-shirt on a hanger: plain with a pocket, block-coloured, or with a bold print. */
final class MensTeeProduct implements Product {
  @Override
  public void draw(Pencil pencil, Look look) {
    Tailoring.hanger(pencil, -68, 40);
    pencil.body(
        Pencil.mirrored(Pencil.polygon(44, -70, 68, -62, 98, -14, 70, 2, 52, -26)),
        look.make() % 4 == 1 ? look.second() : Tint.darker(look.main(), 0.08));
    var half = new Path2D.Double();
    half.moveTo(0, -62);
    half.curveTo(12, -62, 20, -68, 22, -78);
    half.lineTo(58, -68);
    half.curveTo(62, -30, 60, 30, 61, 90);
    half.curveTo(40, 95, 20, 95, 0, 95);
    half.closePath();
    var cloth = Pencil.mirrored(half);
    pencil.fill(Pencil.oval(0, -74, 22, 12), Tint.darker(look.main(), 0.45));
    pencil.body(cloth, look.main());
    print(pencil, cloth, look);
    pencil.stroke(
        Pencil.curve(-22, -78, -18, -61, 0, -61, 18, -61, 22, -78),
        6,
        Tint.darker(look.main(), 0.18));
    var crease = Tint.faint(Color.BLACK, 0.1);
    pencil.fill(Pencil.common(cloth, Pencil.blob(-50, 40, -20, 52, 6, 48, -18, 58)), crease);
    pencil.fill(Pencil.common(cloth, Pencil.blob(54, 10, 26, 28, 10, 30, 30, 34)), crease);
  }

  private static void print(Pencil pencil, Shape cloth, Look look) {
    switch (look.make() % 4) {
      case 0 -> {
        pencil.body(Pencil.box(28, -18, 28, 30, 3), Tint.darker(look.main(), 0.12));
        pencil.fill(Pencil.box(28, -31, 28, 4, 1), look.accent());
      }
      case 1 -> {
        pencil.fill(Pencil.common(cloth, Pencil.box(0, 10, 140, 34, 0)), look.second());
        pencil.fill(Pencil.common(cloth, Pencil.box(0, 32, 140, 8, 0)), look.accent());
      }
      case 2 ->
          pencil.fill(
              Pencil.polygon(-10, -34, 22, -34, 4, -6, 24, -6, -18, 44, -4, 6, -24, 6),
              look.accent());
      default -> {
        var sun = Pencil.circle(0, 2, 34);
        pencil.fill(sun, look.accent());
        pencil.fill(
            Pencil.common(sun, Pencil.polygon(-40, 40, -12, -8, 4, 14, 16, -2, 44, 40)),
            look.dark());
        pencil.fill(Pencil.circle(13, -14, 6), look.light());
      }
    }
  }
}
