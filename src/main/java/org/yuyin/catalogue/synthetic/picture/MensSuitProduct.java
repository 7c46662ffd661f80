package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.geom.Area;
import java.awt.geom.Path2D;

/** A broad jacket over shirt and tie or bow tie, plain or with pinstripes. */
final class MensSuitProduct implements Product {
  @Override
  public void draw(Pencil pencil, Look look) {
    Tailoring.hanger(pencil, -70, 44);
    pencil.body(
        Pencil.mirrored(Pencil.blob(48, -68, 72, -60, 84, -6, 86, 56, 66, 60, 60, 0)),
        Tint.darker(look.main(), 0.14));
    shirt(pencil, look);
    var half = new Path2D.Double();
    half.moveTo(1.5, 16);
    half.lineTo(13, -76);
    half.lineTo(56, -66);
    half.curveTo(66, -50, 60, -10, 58, 16);
    half.lineTo(64, 92);
    half.curveTo(40, 98, 16, 92, 6, 84);
    half.closePath();
    var jacket = Pencil.mirrored(half);
    jacket.add(new Area(Pencil.polygon(-8, 16, 4, 14, 8, 86, -6, 86)));
    pencil.body(jacket, look.main());
    if (look.make() % 3 == 1) {
      Tailoring.pinstripes(pencil, jacket, look.light());
    }
    Tailoring.lapels(pencil, look.main(), 28, 16);
    Tailoring.buttons(pencil, 24, 2, Tint.darker(look.main(), 0.5));
    pencil.fill(
        Pencil.turned(Pencil.box(40, -24, 21, 4.5, 1), -6, 40, -24), Tint.faint(Color.BLACK, 0.3));
    pencil.fill(Pencil.polygon(32, -26, 38, -37, 42, -29, 47, -36, 49, -27), look.accent());
    pencil.line(26, 46, 52, 44, 3, Tint.faint(Color.BLACK, 0.32));
    pencil.line(-26, 46, -52, 44, 3, Tint.faint(Color.BLACK, 0.32));
  }

  private static void shirt(Pencil pencil, Look look) {
    pencil.fall(Pencil.polygon(-19, -80, 19, -80, 6, 24, -6, 24), Color.WHITE, new Color(0xDADFE8));
    pencil.fill(Pencil.polygon(-19, -82, 0, -68, -12, -56, -23, -74), new Color(0xF4F6FA));
    pencil.fill(Pencil.polygon(19, -82, 0, -68, 12, -56, 23, -74), new Color(0xE6EAF1));
    if (look.make() % 4 == 0) {
      pencil.body(Pencil.mirrored(Pencil.polygon(0, -66, 17, -74, 17, -57)), look.accent());
      pencil.body(Pencil.circle(0, -66, 4.6), Tint.darker(look.accent(), 0.2));
      return;
    }
    pencil.body(Pencil.polygon(-6, -69, 6, -69, 4, -58, -4, -58), look.accent());
    pencil.body(Pencil.polygon(-4, -58, 4, -58, 8.5, 6, 0, 18, -8.5, 6), look.accent());
    pencil.line(-6, -34, 6, -44, 2.2, Tint.faint(Color.WHITE, 0.5));
    pencil.line(-7, -12, 7, -24, 2.2, Tint.faint(Color.WHITE, 0.5));
  }
}
