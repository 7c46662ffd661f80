package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.Shape;

/** A tablet with a pen and a drawing, with a page of apps, or standing on its keyboard. */
final class TabletProduct implements Product {
  @Override
  public void draw(Pencil pencil, Look look) {
    switch (look.make() % 3) {
      case 0 -> {
        var tilted = pencil.moved(0, -6, 1, -6);
        painting(slab(tilted, look), tilted, look);
        pen(pencil, look);
      }
      case 1 -> {
        var tilted = pencil.moved(0, 0, 1, 5);
        apps(slab(tilted, look), tilted, look);
      }
      default -> {
        var raised = pencil.moved(0, -22, 0.92, 0);
        painting(slab(raised, look), raised, look);
        keyboard(pencil, look);
      }
    }
  }

  private static Shape slab(Pencil pencil, Look look) {
    pencil.body(Pencil.box(0, 0, 192, 138, 13), look.main());
    pencil.fill(Pencil.box(0, 0, 188, 134, 11), new Color(0x15151C));
    var screen = Pencil.box(0, 0, 176, 122, 5);
    pencil.fill(screen, look.light());
    return screen;
  }

  private static void painting(Shape screen, Pencil pencil, Look look) {
    pencil.fall(screen, Tint.mix(look.light(), look.accent(), 0.35), look.light());
    pencil.fall(
        Pencil.common(screen, Pencil.circle(34, -14, 22)),
        Tint.lighter(look.accent(), 0.3),
        look.accent());
    var farHill = Pencil.blob(-110, 70, -80, 8, -44, 24, -8, -8, 40, 34, 100, 10, 110, 80, 0, 100);
    var nearHill = Pencil.blob(-110, 80, -60, 34, 0, 46, 50, 22, 110, 50, 100, 100, 0, 110);
    pencil.fill(Pencil.common(screen, farHill), look.second());
    pencil.fill(Pencil.common(screen, nearHill), Tint.darker(look.second(), 0.35));
    pencil.fill(Pencil.box(-80, -8, 9, 70, 4.5), Tint.faint(Color.BLACK, 0.35));
    for (int tool = 0; tool < 5; tool++) {
      pencil.fill(
          Pencil.circle(-80, -34 + 13 * tool, 3.2), tool == 2 ? look.accent() : Color.WHITE);
    }
    pencil.fill(
        Pencil.common(screen, Pencil.polygon(-88, -61, -10, -61, -88, 30)),
        Tint.faint(Color.WHITE, 0.12));
  }

  private static void apps(Shape screen, Pencil pencil, Look look) {
    pencil.across(
        screen,
        Tint.mix(look.accent(), look.second(), 0.5),
        Tint.mix(look.light(), look.accent(), 0.4));
    Color[] colours = {
      look.light(),
      look.accent(),
      look.second(),
      look.main(),
      new Color(0xF2B134),
      new Color(0x5B8DEF)
    };
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 5; column++) {
        var icon = Pencil.box(-62 + 31 * column, -36 + 31 * row, 21, 21, 6);
        pencil.body(icon, colours[(row * 5 + column + look.make()) % colours.length]);
      }
    }
    pencil.fill(Pencil.box(0, 53, 120, 9, 4), Tint.faint(Color.WHITE, 0.45));
  }

  private static void pen(Pencil pencil, Look look) {
    var tilted = pencil.moved(58, 44, 1, 38);
    tilted.body(Pencil.box(0, -14, 11, 104, 5), Color.WHITE);
    tilted.fill(Pencil.polygon(-5, 38, 5, 38, 0, 54), Tint.mix(look.light(), look.dark(), 0.25));
    tilted.fill(Pencil.box(0, 32, 11, 4, 1), look.accent());
  }

  private static void keyboard(Pencil pencil, Look look) {
    pencil.body(
        Pencil.polygon(-88, 44, 88, 44, 99, 82, -99, 82),
        Tint.mix(look.second(), look.dark(), 0.3));
    for (int row = 0; row < 3; row++) {
      for (int key = 0; key < 12; key++) {
        double width = 13.5 + row;
        pencil.fill(
            Pencil.box((key - 5.5) * width, 50.5 + 8.5 * row, width - 2.2, 6, 1.5),
            Tint.lighter(look.second(), 0.35));
      }
    }
    pencil.fill(Pencil.box(0, 77, 56, 6, 2), Tint.lighter(look.second(), 0.25));
    pencil.body(Pencil.box(0, 85, 198, 6, 3), look.main());
  }
}
