package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.Shape;

/** A lipstick, a flask of scent, a jar of cream, or a dropper bottle. */
final class CosmeticProduct implements Product {
  private static final Color GOLD = new Color(0xD8B06A);

  @Override
  public void draw(Pencil pencil, Look look) {
    switch (look.make() % 4) {
      case 0 -> lipstick(pencil, look);
      case 1 -> scent(pencil, look);
      case 2 -> jar(pencil, look);
      default -> dropper(pencil, look);
    }
  }

  private static void lipstick(Pencil pencil, Look look) {
    var stick = pencil.moved(-26, 0, 1, 0);
    stick.shiny(
        Pencil.common(
            Pencil.box(0, -40, 38, 110, 6),
            Pencil.blob(-20, -70, -4, -94, 20, -98, 40, -20, 20, 60, -40, 60)),
        look.main());
    metal(stick, Pencil.box(0, 10, 46, 44, 2), GOLD);
    stick.shiny(Pencil.box(0, 62, 58, 70, 5), look.dark());
    stick.fill(Pencil.box(0, 38, 58, 4, 0), GOLD);
    var cap = pencil.moved(54, 56, 1, 0);
    cap.shiny(Pencil.box(0, 0, 54, 82, 5), look.dark());
    metal(cap, Pencil.box(0, 38, 54, 7, 2), GOLD);
  }

  /** A turned metal part: dark edges, a bright band left of the middle. */
  private static void metal(Pencil pencil, Shape shape, Color colour) {
    var bounds = shape.getBounds2D();
    double left = bounds.getMinX();
    double width = bounds.getWidth();
    var shine = Tint.lighter(colour, 0.75);
    pencil.fill(shape, Tint.darker(colour, 0.25));
    double[] from = {0, 0.4, 0.75};
    double[] to = {0.4, 0.75, 1};
    Color[] colours = {Tint.darker(colour, 0.35), shine, colour, Tint.darker(colour, 0.4)};
    for (int band = 0; band < 3; band++) {
      var part =
          Pencil.box(
              left + width * (from[band] + to[band]) / 2,
              bounds.getCenterY(),
              width * (to[band] - from[band]) + 0.3,
              bounds.getHeight() + 2,
              0);
      pencil.across(Pencil.common(shape, part), colours[band], colours[band + 1]);
    }
  }

  private static void scent(Pencil pencil, Look look) {
    metal(pencil, Pencil.box(0, -78, 44, 36, 5), GOLD);
    metal(pencil, Pencil.box(0, -52, 28, 18, 1), Tint.lighter(GOLD, 0.2));
    boolean square = look.make() % 8 < 4;
    var flask = square ? Pencil.box(0, 26, 136, 138, 24) : Pencil.circle(0, 26, 70);
    var glass = Tint.lighter(look.main(), 0.6);
    pencil.fall(flask, Tint.faint(Tint.lighter(glass, 0.4), 0.92), Tint.faint(glass, 0.96));
    pencil.fall(
        Pencil.common(flask, Pencil.box(0, 64, 140, 110, 0)),
        Tint.faint(look.main(), 0.55),
        Tint.faint(Tint.darker(look.main(), 0.1), 0.85));
    pencil.fill(
        Pencil.common(flask, Pencil.box(-48, 26, 12, 104, 6)), Tint.faint(Color.WHITE, 0.7));
    pencil.fill(Pencil.common(flask, Pencil.box(56, 26, 6, 90, 3)), Tint.faint(Color.WHITE, 0.35));
    pencil.fill(Pencil.box(0, 32, 62, 46, 3), look.light());
    pencil.fill(Pencil.box(0, 24, 34, 4, 2), Tint.faint(look.dark(), 0.65));
    pencil.fill(Pencil.box(0, 34, 44, 3, 1.5), Tint.faint(look.dark(), 0.4));
    pencil.fill(Pencil.box(0, 42, 24, 3, 1.5), Tint.faint(look.dark(), 0.4));
  }

  private static void jar(Pencil pencil, Look look) {
    pencil.body(Pencil.oval(0, -4, 66, 22), look.light());
    pencil.fall(
        Pencil.blob(-44, -6, -20, -30, 4, -26, 14, -48, 28, -26, 46, -6, 0, 8),
        Color.WHITE,
        new Color(0xF0E6E0));
    pencil.shiny(Pencil.box(0, 46, 150, 92, 24), look.main());
    metal(pencil, Pencil.box(0, 2, 152, 15, 6), GOLD);
    pencil.fill(Pencil.box(0, 44, 62, 6, 3), look.light());
    pencil.fill(Pencil.box(0, 57, 40, 4, 2), Tint.faint(look.light(), 0.7));
    metal(pencil.moved(52, -62, 0.8, 24), Pencil.box(0, 0, 122, 32, 9), GOLD);
  }

  private static void dropper(Pencil pencil, Look look) {
    pencil.body(Pencil.blob(0, -98, 15, -90, 15, -62, -15, -62, -15, -90), look.dark());
    metal(pencil, Pencil.box(0, -52, 46, 24, 3), GOLD);
    pencil.shiny(Pencil.box(0, 30, 88, 136, 18), look.main());
    pencil.body(Pencil.box(0, 52, 88, 54, 0), look.light());
    pencil.fill(Pencil.circle(0, 42, 8), look.accent());
    pencil.fill(Pencil.box(0, 58, 48, 4, 2), Tint.faint(look.dark(), 0.6));
    pencil.fill(Pencil.box(0, 67, 30, 3.4, 1.7), Tint.faint(look.dark(), 0.4));
    pencil.body(Pencil.blob(70, 40, 84, 70, 70, 88, 56, 70), Tint.lighter(look.main(), 0.2));
  }
}
