package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** A waisted T-shirt with a scooped neck and a print: heart, flower, stripes or a slogan's bars. */
final class WomensTeeProduct implements Product {
  @Override
  public void draw(Pencil pencil, Look look) {
    pencil.body(
        Pencil.mirrored(Pencil.blob(34, -78, 62, -66, 90, -20, 66, -2, 42, -28)),
        Tint.darker(look.main(), 0.05));
    pencil.fill(
        Pencil.blob(-26, -80, 26, -80, 18, -52, 0, -42, -18, -52), Tint.darker(look.main(), 0.4));
    var half = new Path2D.Double();
    half.moveTo(0, -44);
    half.curveTo(16, -44, 24, -60, 27, -80);
    half.lineTo(50, -72);
    half.curveTo(54, -40, 46, -10, 40, 12);
    half.curveTo(40, 40, 50, 62, 54, 84);
    half.curveTo(30, 92, 14, 92, 0, 92);
    half.closePath();
    var cloth = Pencil.mirrored(half);
    pencil.body(cloth, look.main());
    print(pencil, cloth, look);
    pencil.stroke(
        Pencil.curve(-27, -80, -22, -42, 0, -43, 22, -42, 27, -80),
        4.5,
        Tint.darker(look.main(), 0.14));
    fold(pencil, cloth, -34, 20, -10, 34);
    fold(pencil, cloth, 36, 24, 12, 40);
    fold(pencil, cloth, -40, 70, -14, 62);
  }

  private static void fold(Pencil pencil, Shape cloth, double x1, double y1, double x2, double y2) {
    double x = (x1 + x2) / 2;
    double y = (y1 + y2) / 2;
    var crease = Pencil.blob(x1, y1, x, y - 3, x2, y2, x, y + 3);
    pencil.fill(Pencil.common(cloth, crease), Tint.faint(Color.BLACK, 0.1));
  }

  private static void print(Pencil pencil, Shape cloth, Look look) {
    switch (look.make() % 4) {
      case 0 -> pencil.body(Pencil.heart(0, -2, 21), look.accent());
      case 1 -> {
        for (int petal = 0; petal < 6; petal++) {
          double angle = Math.PI * petal / 3;
          pencil.body(
              Pencil.circle(17 * Math.cos(angle), 2 + 17 * Math.sin(angle), 11), look.accent());
        }
        pencil.body(Pencil.circle(0, 2, 10), look.light());
      }
      case 2 -> {
        for (int stripe = 0; stripe < 8; stripe++) {
          pencil.fill(
              Pencil.common(cloth, Pencil.box(0, -34 + 17 * stripe, 140, 7, 0)),
              Tint.faint(look.accent(), 0.85));
        }
      }
      default -> {
        pencil.fill(Pencil.box(0, -12, 52, 9, 4), look.accent());
        pencil.fill(Pencil.box(0, 3, 38, 9, 4), look.accent());
        pencil.fill(Pencil.box(0, 18, 46, 5, 2.5), Tint.faint(look.dark(), 0.5));
      }
    }
  }
}
