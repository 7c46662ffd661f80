package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** A wedding gown on its stand: a wide skirt, a line, or a mermaid's tail; with or without veil. */
final class WeddingDressProduct implements Product {
  private static final Color WOOD = new Color(0xCFA77A);
  private static final Color SHADOW = new Color(0x8C7F96);

  @Override
  public void draw(Pencil pencil, Look look) {
    if (look.make() % 2 == 0) {
      pencil.fall(
          Pencil.blob(0, -98, 26, -70, 56, 10, 74, 90, 0, 96, -74, 90, -56, 10, -26, -70),
          Tint.faint(look.light(), 0.5),
          Tint.faint(look.light(), 0.18));
    }
    pencil.body(Pencil.box(0, -80, 11, 26, 5), WOOD);
    pencil.body(Pencil.circle(0, -94, 7), WOOD);
    var skirt = Pencil.mirrored(skirt(look.make() % 3));
    pencil.body(skirt, look.main());
    folds(pencil, skirt);
    bodice(pencil, look);
    lace(pencil, skirt, look);
  }

  private static Path2D skirt(int kind) {
    var half = new Path2D.Double();
    half.moveTo(0, -24);
    half.lineTo(17, -24);
    switch (kind) {
      case 0 -> half.curveTo(50, -2, 84, 50, 94, 92);
      case 1 -> half.curveTo(34, 14, 54, 60, 66, 92);
      default -> {
        half.curveTo(34, -4, 32, 34, 26, 46);
        half.curveTo(40, 66, 64, 80, 78, 92);
      }
    }
    half.curveTo(50, 99, 24, 97, 0, 99);
    half.closePath();
    return half;
  }

  private static void folds(Pencil pencil, Shape skirt) {
    for (int fold = -4; fold <= 4; fold++) {
      var shade =
          Pencil.blob(
              fold * 3.4,
              -14,
              fold * 11 + 3,
              30,
              fold * 20 + 6,
              100,
              fold * 20 - 5,
              100,
              fold * 10 - 2,
              30);
      pencil.fall(
          Pencil.common(skirt, shade),
          Tint.faint(SHADOW, 0.04),
          Tint.faint(SHADOW, fold % 2 == 0 ? 0.26 : 0.14));
    }
  }

  private static void bodice(Pencil pencil, Look look) {
    var half = new Path2D.Double();
    half.moveTo(0, -52);
    half.curveTo(8, -62, 20, -64, 26, -58);
    half.curveTo(26, -46, 18, -34, 18, -22);
    half.lineTo(0, -20);
    half.closePath();
    pencil.body(Pencil.mirrored(half), Tint.darker(look.main(), 0.03));
    if (look.make() % 5 < 3) {
      pencil.stroke(Pencil.mirroredLine(23, -58, 14, -78), 3.2, look.main());
    }
    pencil.body(Pencil.box(0, -23, 38, 7, 3), Tint.mix(look.main(), look.accent(), 0.45));
    for (int button = 0; button < 4; button++) {
      pencil.fill(Pencil.circle(0, -48 + 7 * button, 1.6), Tint.faint(look.dark(), 0.35));
    }
  }

  private static void lace(Pencil pencil, Shape skirt, Look look) {
    for (int scallop = -9; scallop <= 9; scallop++) {
      pencil.fill(
          Pencil.common(skirt, Pencil.circle(scallop * 10.5, 95, 7)),
          Tint.faint(Color.WHITE, 0.75));
    }
    for (int pearl = 0; pearl < 26; pearl++) {
      double y = -8 + pearl * 37 % 96;
      double x = (pearl * 53 % 100 - 50) * (0.25 + (y + 20) / 130);
      pencil.fill(
          Pencil.common(skirt, Pencil.star(x, y, 3.6, 1.2, 4)),
          Tint.faint(Tint.lighter(look.accent(), 0.7), 0.9));
    }
  }
}
