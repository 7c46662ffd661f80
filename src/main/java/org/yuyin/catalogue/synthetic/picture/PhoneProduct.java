package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.Shape;

/** A phone from the front, from the back, or both. */
final class PhoneProduct implements Product {
  private static final Color BLACK_GLASS = new Color(0x101018);

  @Override
  public void draw(Pencil pencil, Look look) {
    switch (look.make() % 3) {
      case 0 -> front(pencil.moved(0, 0, 1.04, 8), look);
      case 1 -> back(pencil.moved(0, 0, 1.04, -8), look);
      default -> {
        back(pencil.moved(-30, -4, 0.94, -10), look);
        front(pencil.moved(30, 4, 0.94, 6), look);
      }
    }
  }

  private static void front(Pencil pencil, Look look) {
    pencil.body(Pencil.box(0, 0, 92, 186, 17), Tint.darker(look.main(), 0.2));
    pencil.fill(Pencil.box(0, 0, 88, 182, 15), BLACK_GLASS);
    var screen = Pencil.box(0, 0, 82, 176, 12);
    pencil.fall(
        screen,
        Tint.mix(look.accent(), look.light(), 0.35),
        Tint.mix(look.second(), look.main(), 0.5));
    wallpaper(pencil, screen, look);
    pencil.fill(Pencil.box(0, -79, 24, 6, 3), BLACK_GLASS);
    for (int icon = 0; icon < 4; icon++) {
      pencil.fill(Pencil.box(-28.5 + 19 * icon, 72, 14, 14, 4), Tint.faint(Color.WHITE, 0.85));
    }
    pencil.fill(Pencil.box(0, -48, 44, 9, 4.5), Tint.faint(Color.WHITE, 0.9));
    pencil.fill(Pencil.box(0, -34, 28, 5, 2.5), Tint.faint(Color.WHITE, 0.6));
    pencil.fill(
        Pencil.common(screen, Pencil.polygon(-41, -88, 6, -88, -41, 60)),
        Tint.faint(Color.WHITE, 0.13));
  }

  private static void wallpaper(Pencil pencil, Shape screen, Look look) {
    double shift = look.make() % 7 * 6 - 18;
    bubble(pencil, screen, Pencil.circle(shift, 40, 46), look.accent());
    bubble(pencil, screen, Pencil.circle(-shift - 20, 6, 30), look.light());
    bubble(pencil, screen, Pencil.circle(28, -8 + shift, 18), look.second());
  }

  private static void bubble(Pencil pencil, Shape screen, Shape bubble, Color colour) {
    pencil.fall(Pencil.common(screen, bubble), Tint.faint(colour, 0.85), Tint.faint(colour, 0.1));
  }

  private static void back(Pencil pencil, Look look) {
    pencil.body(Pencil.box(0, 0, 92, 186, 17), Tint.darker(look.main(), 0.25));
    var glass = Pencil.box(0, 0, 88, 182, 15);
    pencil.body(glass, look.main());
    pencil.fill(
        Pencil.common(glass, Pencil.polygon(-44, 30, 44, -70, 44, -30, -44, 75)),
        Tint.faint(Color.WHITE, 0.12));
    int lenses = 2 + look.make() % 2;
    pencil.body(Pencil.box(-16, -55, 50, 58, 12), Tint.lighter(look.main(), 0.12));
    lens(pencil, -27, -69);
    lens(pencil, -27, -42);
    if (lenses == 3) {
      lens(pencil, -4, -55.5);
    }
    pencil.fill(Pencil.circle(-4, -76, 3.5), Tint.lighter(look.light(), 0.4));
    pencil.fill(Pencil.circle(0, 22, 8), Tint.faint(look.light(), 0.4));
  }

  private static void lens(Pencil pencil, double x, double y) {
    pencil.fill(Pencil.circle(x, y, 11.5), new Color(0x3A3A46));
    pencil.fill(Pencil.circle(x, y, 9.5), new Color(0x0B0B12));
    pencil.glow(
        Pencil.circle(x, y, 6.5), x + 1, y + 1, 7, new Color(0x3C55A5), new Color(0x14142A));
    pencil.fill(Pencil.circle(x - 3, y - 3, 2.2), Tint.faint(Color.WHITE, 0.85));
  }
}
