package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;

/** A pump bottle, a box of tissues, a mug with toothbrushes, or folded towels. */
final class HouseholdProduct implements Product {
  @Override
  public void draw(Pencil pencil, Look look) {
    switch (look.make() % 4) {
      case 0 -> pump(pencil, look);
      case 1 -> tissues(pencil, look);
      case 2 -> mug(pencil, look);
      default -> towels(pencil, look);
    }
  }

  private static void pump(Pencil pencil, Look look) {
    pencil.body(Pencil.box(0, -66, 12, 40, 3), look.light());
    pencil.body(
        Pencil.blob(-44, -86, -40, -94, 10, -94, 18, -84, 14, -74, -8, -76, -36, -76),
        look.light());
    pencil.body(Pencil.box(0, -44, 38, 20, 5), look.light());
    pencil.shiny(Pencil.box(0, 32, 92, 132, 22), look.main());
    pencil.body(Pencil.box(2, 38, 68, 68, 8), look.light());
    leaf(pencil, 2, 28, 22, look.accent());
    pencil.fill(Pencil.box(2, 54, 40, 5, 2.5), Tint.faint(look.dark(), 0.5));
    pencil.fill(Pencil.box(2, 63, 26, 4, 2), Tint.faint(look.dark(), 0.35));
    bubble(pencil, 62, -60, 16);
    bubble(pencil, 80, -30, 9);
  }

  private static void bubble(Pencil pencil, double x, double y, double radius) {
    pencil.glow(
        Pencil.circle(x, y, radius),
        x - radius / 3,
        y - radius / 3,
        radius,
        Tint.faint(Color.WHITE, 0.7),
        Tint.faint(Color.WHITE, 0.15));
  }

  private static void leaf(Pencil pencil, double x, double y, double size, Color colour) {
    var leaf = Pencil.blob(x, y - size, x + size / 2, y, x, y + size, x - size / 2, y);
    pencil.body(Pencil.turned(leaf, 35, x, y), colour);
    pencil.line(
        x - size * 0.45,
        y + size * 0.65,
        x + size * 0.4,
        y - size * 0.6,
        1.8,
        Tint.faint(Color.WHITE, 0.7));
  }

  private static void tissues(Pencil pencil, Look look) {
    var paper = new Color(0xDDE3EA);
    var crease = Tint.faint(look.dark(), 0.14);
    pencil.body(Pencil.polygon(-72, -8, 72, -8, 92, 12, -92, 12), Tint.lighter(look.main(), 0.3));
    pencil.fill(Pencil.oval(0, 2, 46, 6), Tint.faint(look.dark(), 0.45));
    pencil.fall(
        Pencil.blob(-34, 4, -46, -40, -20, -84, 2, -62, 26, -92, 44, -46, 34, 4),
        Color.WHITE,
        paper);
    pencil.stroke(Pencil.curve(-8, 2, -14, -30, 2, -60), 2, crease);
    pencil.stroke(Pencil.curve(14, 2, 20, -30, 12, -52), 2, crease);
    pencil.body(Pencil.box(0, 54, 184, 84, 4), look.main());
    for (int petal = 0; petal < 5; petal++) {
      double angle = 2 * Math.PI * petal / 5;
      pencil.fill(
          Pencil.circle(-44 + 13 * Math.cos(angle), 54 + 13 * Math.sin(angle), 9), look.light());
    }
    pencil.fill(Pencil.circle(-44, 54, 8), look.accent());
    pencil.fill(Pencil.box(34, 46, 70, 8, 4), look.light());
    pencil.fill(Pencil.box(24, 62, 50, 6, 3), Tint.faint(look.light(), 0.7));
  }

  private static void mug(Pencil pencil, Look look) {
    toothbrush(pencil.moved(-14, -20, 1, -14), look.accent());
    toothbrush(pencil.moved(20, -24, 1, 12), look.second());
    pencil.stroke(
        Pencil.curve(52, 6, 96, 12, 84, 40, 78, 64, 50, 60), 11, Tint.darker(look.main(), 0.12));
    pencil.shiny(Pencil.box(0, 38, 112, 116, 14), look.main());
    pencil.fill(Pencil.oval(0, -16, 52, 7), Tint.darker(look.main(), 0.4));
    pencil.fill(Pencil.box(0, 44, 112, 16, 0), Tint.faint(look.light(), 0.85));
    pencil.fill(Pencil.heart(0, 76, 8), Tint.faint(look.light(), 0.85));
  }

  private static void toothbrush(Pencil pencil, Color colour) {
    pencil.body(Pencil.box(0, 0, 9, 130, 4.5), colour);
    pencil.body(Pencil.box(0, -58, 13, 36, 6), colour);
    for (int row = 0; row < 5; row++) {
      pencil.fill(
          Pencil.box(11, -72 + 7 * row, 14, 4.5, 1.5),
          row % 2 == 0 ? Color.WHITE : new Color(0xBFE3F5));
    }
  }

  private static void towels(Pencil pencil, Look look) {
    Color[] colours = {look.main(), look.light(), look.second(), look.accent()};
    for (int towel = 0; towel < 4; towel++) {
      double y = 78 - 40 * towel;
      var cloth = Pencil.box(towel % 2 * 4 - 2, y, 168 - 8 * towel, 42, 17);
      pencil.body(cloth, colours[towel]);
      pencil.line(-70, y + 2, 60, y + 2, 2, Tint.faint(look.dark(), 0.16));
      pencil.fill(
          Pencil.common(cloth, Pencil.box(52, y, 12, 50, 0)), Tint.faint(look.light(), 0.55));
    }
    leaf(pencil, 0, -80, 18, new Color(0x7FB77E));
  }
}
