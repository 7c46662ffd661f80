package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.geom.Path2D;

/** A bowl of noodles, a burger, a cup of bubble tea, or a doughnut. */
final class FoodProduct implements Product {
  private static final Color CRUST = new Color(0xD9923B);
  private static final Color GREENS = new Color(0x6DB154);

  @Override
  public void draw(Pencil pencil, Look look) {
    switch (look.make() % 4) {
      case 0 -> noodles(pencil, look);
      case 1 -> burger(pencil, look);
      case 2 -> tea(pencil, look);
      default -> doughnut(pencil, look);
    }
  }

  private static void noodles(Pencil pencil, Look look) {
    pencil.fall(Pencil.oval(0, 0, 92, 26), new Color(0xF0B35A), new Color(0xC97B2B));
    for (int strand = 0; strand < 7; strand++) {
      double y = -13 + 4.5 * strand;
      double x = 74 - Math.abs(strand - 3) * 7;
      pencil.stroke(
          Pencil.curve(-x, y, -x / 2, y - 13, 0, y, x / 2, y + 11, x, y - 2),
          4.5,
          strand % 2 == 0 ? new Color(0xFBE3A6) : new Color(0xF2CF7E));
    }
    pencil.body(Pencil.oval(-34, -12, 26, 16), Color.WHITE);
    pencil.body(Pencil.oval(-34, -12, 12, 8), new Color(0xF7A928));
    for (int leaf = 0; leaf < 5; leaf++) {
      pencil.body(Pencil.oval(8 + 9 * leaf, -10 + leaf % 2 * 9, 8, 5), GREENS);
    }
    pencil.body(Pencil.oval(52, 2, 17, 10), new Color(0xC9513A));
    pencil.line(18, -4, 92, -88, 5, new Color(0x7B3F24));
    pencil.line(30, -2, 100, -76, 5, new Color(0x8C4A2B));
    var bowl = new Path2D.Double();
    bowl.moveTo(-96, 0);
    bowl.curveTo(-60, 34, 60, 34, 96, 0);
    bowl.curveTo(94, 56, 56, 88, 34, 90);
    bowl.lineTo(-34, 90);
    bowl.curveTo(-56, 88, -94, 56, -96, 0);
    pencil.shiny(bowl, look.main());
    pencil.stroke(Pencil.curve(-88, 30, 0, 74, 88, 30), 5, Tint.faint(look.light(), 0.8));
    pencil.body(Pencil.box(0, 94, 76, 11, 4), Tint.darker(look.main(), 0.2));
    steam(pencil, -52, -40);
    steam(pencil, -18, -48);
  }

  private static void steam(Pencil pencil, double x, double y) {
    pencil.stroke(
        Pencil.curve(x, y, x - 11, y - 13, x, y - 24, x + 11, y - 35, x, y - 46),
        5,
        Tint.faint(Color.WHITE, 0.5));
  }

  private static void burger(Pencil pencil, Look look) {
    pencil.body(Pencil.box(0, 74, 158, 38, 16), CRUST);
    pencil.body(
        Pencil.blob(
            -90, 44, -60, 38, 0, 42, 60, 38, 90, 44, 66, 58, 30, 50, 0, 60, -34, 50, -66, 58),
        GREENS);
    pencil.body(Pencil.box(0, 30, 170, 28, 14), new Color(0x6E3B22));
    pencil.body(Pencil.polygon(-84, 8, 84, 8, 62, 20, 30, 36, 4, 20, -50, 20), new Color(0xFFC83D));
    pencil.body(Pencil.box(0, 0, 164, 18, 9), new Color(0xD93A2B));
    pencil.body(
        Pencil.blob(-90, -8, -60, -14, 0, -8, 60, -14, 90, -8, 60, 4, 20, -2, -26, 4, -60, -2),
        GREENS);
    var bun = new Path2D.Double();
    bun.moveTo(-84, -14);
    bun.curveTo(-86, -98, 86, -98, 84, -14);
    bun.curveTo(60, -8, -60, -8, -84, -14);
    pencil.body(bun, Tint.mix(CRUST, look.main(), 0.12));
    int[][] seeds = {
      {-48, -48}, {-24, -64}, {2, -54}, {28, -66}, {50, -46}, {-8, -72}, {-62, -32}, {16, -38}
    };
    for (var seed : seeds) {
      pencil.fill(Pencil.oval(seed[0], seed[1], 4.6, 3), new Color(0xFFF1CF));
    }
  }

  private static void tea(Pencil pencil, Look look) {
    pencil.body(Pencil.turned(Pencil.box(14, -64, 11, 80, 3), 12, 14, -64), look.accent());
    var cup = Pencil.polygon(-58, -44, 58, -44, 42, 96, -42, 96);
    pencil.fall(cup, Tint.mix(new Color(0xF1D3A8), look.main(), 0.2), new Color(0xB97A46));
    for (int pearl = 0; pearl < 13; pearl++) {
      int row = pearl / 5;
      double x = -30 + pearl % 5 * 15 + row * 4;
      double y = 88 - row * 13;
      pencil.glow(
          Pencil.circle(x, y, 7.4), x - 2, y - 3, 9, new Color(0x6B4634), new Color(0x24140E));
    }
    var cream = Pencil.blob(-60, -44, 60, -44, 52, -14, 26, -22, 6, -4, -20, -20, -50, -8);
    pencil.fill(Pencil.common(cup, cream), Tint.faint(Color.WHITE, 0.75));
    pencil.fill(
        Pencil.polygon(-46, -38, -34, -38, -26, 90, -34, 90), Tint.faint(Color.WHITE, 0.35));
    pencil.body(Pencil.box(0, -46, 126, 15, 6), look.light());
    pencil.body(Pencil.box(0, 26, 62, 44, 20), look.main());
    pencil.fill(Pencil.circle(-10, 22, 3), look.dark());
    pencil.fill(Pencil.circle(10, 22, 3), look.dark());
    pencil.stroke(Pencil.curve(-7, 31, 0, 38, 7, 31), 2.6, look.dark());
  }

  private static void doughnut(Pencil pencil, Look look) {
    var hole = Pencil.oval(0, -4, 27, 22);
    pencil.body(Pencil.without(Pencil.oval(0, 4, 96, 86), hole), CRUST);
    var icing =
        Pencil.blob(
            -86, -6, -62, -62, 0, -82, 62, -62, 86, -6, 72, 36, 46, 34, 28, 58, -8, 48, -36, 62,
            -54, 36, -76, 34);
    pencil.body(Pencil.without(icing, hole), Tint.mix(look.main(), look.light(), 0.2));
    Color[] colours = {look.light(), look.accent(), new Color(0xFFD23F), new Color(0x5BC8AF)};
    for (int sprinkle = 0; sprinkle < 26; sprinkle++) {
      double angle = sprinkle * 2.4;
      double radius = 42 + sprinkle * 7 % 30;
      double x = radius * Math.cos(angle);
      double y = -8 + 0.84 * radius * Math.sin(angle);
      pencil.fill(
          Pencil.turned(Pencil.box(x, y, 11, 4.4, 2.2), sprinkle * 67, x, y),
          colours[sprinkle % 4]);
    }
  }
}
