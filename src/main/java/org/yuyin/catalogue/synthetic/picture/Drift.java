package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import org.yuyin.catalogue.synthetic.plan.Mood;
import org.yuyin.catalogue.synthetic.plan.ProductCategory;

/** Small things that float through the picture. */
enum Drift {
  NOTHING,
  SPARKS,
  DISCS,
  SNOW,
  BUBBLES,
  PETALS,
  CONFETTI,
  STREAKS;

  static Drift of(ProductCategory category, Mood mood) {
    boolean driving = mood.energy() > 0.6;
    return switch (category) {
      case VIDEO_GAMES, MOBILE_PHONES -> driving ? STREAKS : SPARKS;
      case BABY_CARE, DAILY_NECESSITIES -> BUBBLES;
      case CHILDRENS_CLOTHING -> CONFETTI;
      case COSMETICS, WEDDING_DRESSES -> driving ? SPARKS : PETALS;
      case SPORTS, MENS_T_SHIRTS -> driving ? STREAKS : NOTHING;
      case DOWN_JACKETS -> SNOW;
      case WOMENS_T_SHIRTS -> driving ? CONFETTI : DISCS;
      case FOOD, TABLETS, WOMENS_SUITS, MENS_SUITS -> driving ? SPARKS : DISCS;
    };
  }

  /**
   * Draws them as they are at a time.
   *
   * @param speed 0 hardly moving to 1 fast
   */
  void paint(Pencil pencil, Palette palette, double seconds, double speed) {
    Color[] colours = {palette.accent(), palette.light(), palette.other(), palette.shape()};
    for (int number = 0; number < count(); number++) {
      double pace = (0.04 + 0.3 * speed) * (0.6 + 0.8 * fraction(number * 0.731));
      double way = fraction(number * 0.618 + seconds * pace);
      double across = 360 * fraction(number * 0.377 + 0.13) - 180;
      double wave = Math.sin(seconds * (0.5 + 2 * speed) + number);
      paintOne(pencil, palette, colours[number % 4], number, way, across, wave);
    }
  }

  private int count() {
    return switch (this) {
      case NOTHING -> 0;
      case STREAKS -> 9;
      case SNOW -> 42;
      case CONFETTI -> 24;
      default -> 16;
    };
  }

  private void paintOne(
      Pencil pencil,
      Palette palette,
      Color colour,
      int number,
      double way,
      double across,
      double wave) {
    double falling = 220 * way - 110;
    double size = 1 + 1.5 * fraction(number * 0.271);
    switch (this) {
      case NOTHING -> {}
      case SPARKS ->
          pencil.fill(
              Pencil.star(across, -falling, 3.4 * size * (0.6 + 0.4 * wave), 0.9, 4),
              Tint.faint(palette.light(), 0.85));
      case DISCS ->
          pencil.fill(
              Pencil.circle(across + 8 * wave, -falling, 4 * size),
              Tint.faint(palette.light(), 0.2));
      case SNOW ->
          pencil.fill(
              Pencil.circle(across + 10 * wave, falling, size), Tint.faint(Color.WHITE, 0.8));
      case BUBBLES -> {
        var bubble = Pencil.circle(across + 8 * wave, -falling, 3.2 * size);
        pencil.fill(bubble, Tint.faint(Color.WHITE, 0.22));
        pencil.stroke(bubble, 0.7, Tint.faint(Color.WHITE, 0.55));
      }
      case PETALS -> {
        double x = across + 16 * wave;
        var petal =
            Pencil.blob(
                x,
                falling - 3 * size,
                x + 2 * size,
                falling,
                x,
                falling + 3 * size,
                x - size,
                falling);
        pencil.fill(
            Pencil.turned(petal, 90 * wave + 40 * number, x, falling),
            Tint.faint(Tint.lighter(colour, 0.45), 0.75));
      }
      case CONFETTI -> {
        double x = across + 10 * wave;
        pencil.fill(
            Pencil.turned(
                Pencil.box(x, falling, 3 * size, 1.8 * size, 0.3),
                160 * wave + 50 * number,
                x,
                falling),
            Tint.faint(colour, 0.9));
      }
      case STREAKS -> {
        double x = 520 * way - 260;
        double y = across / 2;
        pencil.line(x, y, x + 40 * size, y - 6, 1.4, Tint.faint(palette.light(), 0.45));
      }
    }
  }

  private static double fraction(double value) {
    return value - Math.floor(value);
  }
}
