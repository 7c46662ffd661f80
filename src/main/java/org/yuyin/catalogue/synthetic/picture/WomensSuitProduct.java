package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.geom.Area;
import java.awt.geom.Path2D;

/** A waisted jacket with a skirt or with wide trousers, sometimes with a belt. */
final class WomensSuitProduct implements Product {
  @Override
  public void draw(Pencil pencil, Look look) {
    if (look.make() % 2 == 0) {
      skirt(pencil, look);
    } else {
      trousers(pencil, look);
    }
    pencil.body(
        Pencil.mirrored(Pencil.blob(34, -74, 50, -66, 60, -20, 62, 18, 48, 22, 44, -16)),
        Tint.darker(look.main(), 0.1));
    pencil.fill(Pencil.polygon(-13, -76, 13, -76, 3, -12, -3, -12), look.light());
    var half = new Path2D.Double();
    half.moveTo(2, -12);
    half.lineTo(12, -76);
    half.lineTo(38, -70);
    half.curveTo(48, -54, 40, -30, 29, -12);
    half.curveTo(34, 4, 46, 16, 50, 32);
    half.lineTo(14, 36);
    half.curveTo(10, 20, 4, 4, 2, -12);
    half.closePath();
    var jacket = Pencil.mirrored(half);
    jacket.add(new Area(Pencil.polygon(-14, -14, 14, -14, 18, 26, -10, 26)));
    pencil.body(jacket, look.main());
    Tailoring.lapels(pencil, look.main(), 20, -12);
    if (look.make() % 3 == 0) {
      pencil.body(Pencil.box(0, -9, 62, 8, 3), look.second());
      pencil.body(Pencil.box(0, -9, 13, 11, 3), new Color(0xD8B06A));
    } else {
      Tailoring.buttons(pencil, -6, 1, look.second());
    }
    pencil.line(22, 16, 38, 14, 2.4, Tint.faint(Color.BLACK, 0.3));
    pencil.line(-22, 16, -38, 14, 2.4, Tint.faint(Color.BLACK, 0.3));
  }

  private static void skirt(Pencil pencil, Look look) {
    var half = new Path2D.Double();
    half.moveTo(0, 10);
    half.lineTo(34, 10);
    half.curveTo(46, 40, 40, 70, 34, 98);
    half.lineTo(0, 98);
    half.closePath();
    pencil.body(Pencil.mirrored(half), Tint.darker(look.main(), 0.07));
    pencil.line(0, 72, 0, 98, 2.2, Tint.faint(Color.BLACK, 0.35));
  }

  private static void trousers(Pencil pencil, Look look) {
    var leg = Pencil.polygon(0, 8, 34, 8, 44, 99, 12, 99, 0, 44);
    pencil.body(Pencil.mirrored(leg), Tint.darker(look.main(), 0.07));
    pencil.line(24, 36, 28, 97, 1.6, Tint.faint(Color.BLACK, 0.2));
    pencil.line(-24, 36, -28, 97, 1.6, Tint.faint(Color.BLACK, 0.2));
  }
}
