package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.geom.Area;
import java.awt.geom.Path2D;

/** A quilted down jacket: short, long, or a vest, with a furred hood or a high collar. */
final class DownJacketProduct implements Product {
  @Override
  public void draw(Pencil pencil, Look look) {
    boolean vest = look.make() % 3 == 2;
    double hem = look.make() % 3 == 1 ? 96 : 76;
    if (look.make() % 2 == 0) {
      hood(pencil, look);
    } else {
      pencil.body(Pencil.box(0, -70, 62, 38, 15), Tint.darker(look.main(), 0.12));
    }
    if (!vest) {
      sleeve(pencil, look, 1);
      sleeve(pencil, look, -1);
    }
    quilts(pencil, look, hem);
    pencil.line(0, -58, 0, hem - 2, 3.4, Tint.faint(look.dark(), 0.75));
    pencil.body(Pencil.box(0, -50, 7, 12, 2), new Color(0xD9D9DE));
    pencil.line(20, 30, 38, 42, 3, Tint.faint(look.dark(), 0.5));
    pencil.line(-20, 30, -38, 42, 3, Tint.faint(look.dark(), 0.5));
    pencil.body(Pencil.box(27, -34, 16, 9, 3), look.accent());
  }

  private static void hood(Pencil pencil, Look look) {
    var fur = Tint.lighter(look.second(), 0.6);
    pencil.body(Pencil.blob(0, -99, 34, -88, 44, -58, 20, -46, -20, -46, -44, -58, -34, -88), fur);
    for (int tuft = 0; tuft < 15; tuft++) {
      double angle = Math.PI * (0.95 + 1.1 * tuft / 14);
      pencil.body(Pencil.circle(36 * Math.cos(angle), -62 + 33 * Math.sin(angle), 9), fur);
    }
    pencil.fall(
        Pencil.oval(0, -62, 26, 24), Tint.darker(look.main(), 0.55), Tint.darker(look.main(), 0.3));
  }

  private static void sleeve(Pencil pencil, Look look, int side) {
    for (int puff = 5; puff >= 0; puff--) {
      double x = side * (50 + 7.2 * puff);
      double y = -44 + 20 * puff;
      pencil.body(
          Pencil.turned(Pencil.box(x, y, 38 - puff, 27, 12), side * -22, x, y),
          Tint.darker(look.main(), puff == 5 ? 0.25 : 0.06));
    }
  }

  private static void quilts(Pencil pencil, Look look, double hem) {
    var half = new Path2D.Double();
    half.moveTo(0, -62);
    half.lineTo(34, -60);
    half.curveTo(60, -52, 58, -20, 56, 10);
    half.lineTo(58, hem);
    half.lineTo(0, hem);
    half.closePath();
    var outline = Pencil.mirrored(half);
    long rows = Math.round((hem + 60) / 22);
    double height = (hem + 60) / rows;
    for (int row = 0; row < rows; row++) {
      double y = -60 + height * (row + 0.5);
      var band = Pencil.common(outline, Pencil.box(0, y, 128, height + 1.5, 0));
      band.add(new Area(Pencil.box(-46, y, 30, height, height / 2)));
      band.add(new Area(Pencil.box(46, y, 30, height, height / 2)));
      boolean yoke = row < 2 && look.make() % 5 < 3;
      pencil.body(band, yoke ? look.second() : look.main());
      pencil.fall(
          Pencil.common(band, Pencil.box(0, y + height * 0.36, 130, height * 0.28, 0)),
          Tint.faint(Color.BLACK, 0.0),
          Tint.faint(Color.BLACK, 0.24));
      pencil.fill(
          Pencil.common(band, Pencil.box(0, y - height * 0.22, 104, height * 0.14, 2)),
          Tint.faint(Color.WHITE, 0.2));
    }
  }
}
