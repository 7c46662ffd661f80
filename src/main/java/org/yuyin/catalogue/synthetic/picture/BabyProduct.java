package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;

/** A feeding bottle, a rubber duck, a stack of rings, or a soother. */
final class BabyProduct implements Product {
  private static final Color RUBBER = new Color(0xF3D9B8);

  @Override
  public void draw(Pencil pencil, Look look) {
    switch (look.make() % 4) {
      case 0 -> bottle(pencil, look);
      case 1 -> duck(pencil, look);
      case 2 -> rings(pencil, look);
      default -> soother(pencil.moved(0, 0, 1.12, -12), look);
    }
  }

  private static void bottle(Pencil pencil, Look look) {
    pencil.body(Pencil.blob(0, -98, 9, -90, 12, -72, 26, -60, -26, -60, -12, -72, -9, -90), RUBBER);
    pencil.body(Pencil.box(0, -50, 66, 24, 6), look.main());
    for (int rib = -2; rib <= 2; rib++) {
      pencil.line(rib * 12, -58, rib * 12, -42, 2, Tint.faint(Color.WHITE, 0.35));
    }
    var glass = Pencil.box(0, 30, 82, 136, 24);
    pencil.fall(glass, new Color(0xF4FAFC), new Color(0xD8E8EE));
    pencil.fall(
        Pencil.common(glass, Pencil.box(0, 66, 90, 110, 0)),
        new Color(0xFFFDF6),
        new Color(0xF3E7D3));
    for (int mark = 0; mark < 5; mark++) {
      double y = -8 + 20 * mark;
      pencil.line(16, y, mark % 2 == 0 ? 34 : 27, y, 2.6, look.accent());
    }
    pencil.fill(Pencil.heart(-8, 50, 12), look.main());
    pencil.fall(
        Pencil.box(-29, 28, 8, 100, 4),
        Tint.faint(Color.WHITE, 0.95),
        Tint.faint(Color.WHITE, 0.3));
    pencil.stroke(glass, 1.6, Tint.faint(look.dark(), 0.18));
  }

  private static void duck(Pencil pencil, Look look) {
    var yellow = Tint.mix(new Color(0xFFD24A), look.main(), 0.25);
    pencil.body(
        Pencil.blob(
            -84, 20, -96, 0, -74, 10, -30, 18, 10, 4, 70, 10, 82, 50, 50, 92, -20, 96, -70, 78),
        yellow);
    pencil.body(Pencil.circle(34, -34, 48), yellow);
    pencil.body(Pencil.blob(74, -38, 98, -34, 96, -20, 74, -18, 66, -28), new Color(0xF28A2E));
    pencil.fill(Pencil.circle(48, -46, 7.5), look.dark());
    pencil.fill(Pencil.circle(50.5, -49, 2.6), Color.WHITE);
    pencil.body(Pencil.blob(-44, 36, -8, 30, 24, 44, -2, 68, -36, 64), Tint.darker(yellow, 0.1));
    pencil.fill(Pencil.oval(62, -20, 9, 5), Tint.faint(new Color(0xFF7B7B), 0.45));
  }

  private static void rings(Pencil pencil, Look look) {
    pencil.body(Pencil.box(0, -10, 16, 170, 8), look.light());
    Color[] colours = {
      look.main(), look.accent(), new Color(0xF7C948), new Color(0x7CC6A4), look.second()
    };
    for (int ring = 0; ring < 5; ring++) {
      pencil.body(Pencil.box(0, 80 - 31 * ring, 172 - 24 * ring, 31, 15.5), colours[ring]);
    }
    pencil.body(Pencil.circle(0, -78, 19), colours[1]);
    pencil.fill(Pencil.circle(-6, -80, 2.6), look.dark());
    pencil.fill(Pencil.circle(6, -80, 2.6), look.dark());
    pencil.stroke(Pencil.curve(-5, -73, 0, -68, 5, -73), 2.2, look.dark());
  }

  private static void soother(Pencil pencil, Look look) {
    pencil.stroke(Pencil.circle(0, 58, 30), 11, look.accent());
    pencil.body(Pencil.blob(-15, -36, -25, -66, 0, -86, 25, -66, 15, -36, 0, -28), RUBBER);
    pencil.body(
        Pencil.blob(-72, -6, -40, -38, 0, -30, 40, -38, 72, -6, 46, 32, 0, 22, -46, 32),
        look.main());
    pencil.fill(Pencil.circle(-44, -4, 6), Tint.darker(look.main(), 0.3));
    pencil.fill(Pencil.circle(44, -4, 6), Tint.darker(look.main(), 0.3));
    pencil.body(Pencil.circle(0, 0, 25), look.light());
    pencil.fill(Pencil.star(0, 0, 13, 6, 5), look.accent());
  }
}
