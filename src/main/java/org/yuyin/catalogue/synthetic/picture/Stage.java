package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.random.RandomGenerator;
import org.yuyin.catalogue.synthetic.plan.Mood;
import org.yuyin.catalogue.synthetic.plan.ProductCategory;

/**
 * The sets that products stand before. The picture reaches from (-160, -90) to (160, 90); a set is
 * painted a quarter larger on every side so that the camera can move.
 */
enum Stage {
  /** A wall with a large disc, a floor and a round plinth. */
  STUDIO(46, 66) {
    @Override
    void paint(Pencil pencil, Palette palette, Mood mood, RandomGenerator random) {
      wallAndFloor(pencil, palette, 40);
      double radius = 62 + 14 * random.nextDouble();
      pencil.fall(
          Pencil.circle(0, -12, radius), Tint.lighter(palette.shape(), 0.12), palette.shape());
    }
  },
  /** A row of arches and low steps. */
  ARCHES(48, 56) {
    @Override
    void paint(Pencil pencil, Palette palette, Mood mood, RandomGenerator random) {
      wallAndFloor(pencil, palette, 42);
      double[] places = {-118, 0, 118};
      for (double x : places) {
        double tall = x == 0 ? 116 : 84;
        pencil.fall(
            Pencil.box(x, 42 - tall / 2 + 22, 78, tall + 44, 38),
            Tint.mix(palette.shape(), palette.backdrop(), x == 0 ? 0 : 0.4),
            Tint.darker(palette.shape(), 0.14));
      }
      wallAndFloorOnly(pencil, palette, 42);
    }
  },
  /** Blocks of different heights, as in a shop window. */
  BLOCKS(46, 48) {
    @Override
    void paintPodium(Pencil pencil, Palette palette) {
      block(pencil, palette, 0, 46, 92, Tint.lighter(palette.shape(), 0.2));
    }

    @Override
    void paint(Pencil pencil, Palette palette, Mood mood, RandomGenerator random) {
      wallAndFloor(pencil, palette, 44);
      double side = random.nextBoolean() ? 1 : -1;
      block(pencil, palette, side * 96, 4, 62, palette.shape());
      block(pencil, palette, -side * 104, 26, 70, Tint.lighter(palette.backdrop(), 0.25));
      pencil.fill(Pencil.circle(-side * 104, 2, 15), palette.accent());
    }
  },
  /** Slanting stripes. */
  STRIPES(Double.NaN, 0) {
    @Override
    void paint(Pencil pencil, Palette palette, Mood mood, RandomGenerator random) {
      wall(pencil, palette);
      double slant = random.nextBoolean() ? 50 : -50;
      for (int stripe = -6; stripe <= 6; stripe++) {
        double x = stripe * 42;
        var colour = Math.floorMod(stripe, 5) == 3 ? palette.accent() : palette.shape();
        pencil.fill(
            Pencil.polygon(
                x - slant, -120, x + 20 - slant, -120, x + 20 + slant, 120, x + slant, 120),
            Tint.faint(colour, 0.75));
      }
      pencil.fill(Pencil.circle(0, 0, 76), Tint.faint(palette.backdrop(), 0.85));
    }
  },
  /** Rays from the middle. */
  RAYS(Double.NaN, 0) {
    @Override
    void paint(Pencil pencil, Palette palette, Mood mood, RandomGenerator random) {
      wall(pencil, palette);
      int rays = 10 + random.nextInt(6);
      double turn = random.nextDouble();
      for (int ray = 0; ray < rays; ray++) {
        double from = 2 * Math.PI * (ray + turn) / rays;
        double to = from + Math.PI / rays;
        pencil.fill(
            Pencil.polygon(
                0,
                6,
                300 * Math.cos(from),
                6 + 300 * Math.sin(from),
                300 * Math.cos(to),
                6 + 300 * Math.sin(to)),
            Tint.faint(palette.shape(), 0.8));
      }
      glow(pencil, 0, 6, 110, palette.light(), 0.5);
    }
  },
  /** Two colours meeting on a slope, with a ring. */
  SPLIT(Double.NaN, 0) {
    @Override
    void paint(Pencil pencil, Palette palette, Mood mood, RandomGenerator random) {
      wall(pencil, palette);
      double x = 30 * random.nextGaussian();
      pencil.fall(
          Pencil.polygon(x + 50, -120, 220, -120, 220, 120, x - 50, 120),
          palette.shape(),
          Tint.darker(palette.shape(), 0.15));
      pencil.stroke(Pencil.circle(0, 0, 74), 7, Tint.faint(palette.light(), 0.8));
      pencil.fill(Pencil.circle(-128, -62, 24), Tint.faint(palette.accent(), 0.85));
      pencil.stroke(Pencil.circle(132, 58, 30), 9, Tint.faint(palette.accent(), 0.85));
    }
  },
  /** Light of a window on the wall, leaves in front. */
  WINDOW(46, 60) {
    @Override
    void paint(Pencil pencil, Palette palette, Mood mood, RandomGenerator random) {
      wallAndFloor(pencil, palette, 42);
      double x = -50 + 60 * random.nextDouble();
      for (int row = 0; row < 2; row++) {
        for (int column = 0; column < 2; column++) {
          double left = x + 50 * column + 14 * row;
          double top = -88 + 58 * row + 10 * column;
          pencil.fill(
              Pencil.polygon(
                  left, top, left + 42, top + 9, left + 56, top + 60, left + 14, top + 50),
              Tint.faint(palette.light(), palette.isNight() ? 0.16 : 0.42));
        }
      }
      plant(pencil, palette, random.nextBoolean() ? -138 : 138);
    }
  },
  /** Soft discs of light in the dark, as from a town at night. */
  BOKEH(48, 62) {
    @Override
    void paint(Pencil pencil, Palette palette, Mood mood, RandomGenerator random) {
      wallAndFloor(pencil, palette, 44);
      Color[] colours = {palette.accent(), palette.shape(), palette.light(), palette.other()};
      for (int disc = 0; disc < 26; disc++) {
        double x = 380 * random.nextDouble() - 190;
        double y = 140 * random.nextDouble() - 108;
        double radius = 5 + 15 * random.nextDouble();
        pencil.fill(
            Pencil.circle(x, y, radius),
            Tint.faint(colours[disc % 4], 0.12 + 0.28 * random.nextDouble()));
      }
      glow(pencil, 0, -10, 100, palette.light(), 0.25);
    }
  },
  /** Dots, rings and crosses, strewn. */
  CONFETTI(Double.NaN, 0) {
    @Override
    void paint(Pencil pencil, Palette palette, Mood mood, RandomGenerator random) {
      wall(pencil, palette);
      Color[] colours = {palette.shape(), palette.accent(), palette.light(), palette.other()};
      for (int row = 0; row < 6; row++) {
        for (int column = 0; column < 10; column++) {
          double x = -190 + 42 * column + (row % 2) * 21 + 6 * random.nextGaussian();
          double y = -105 + 42 * row + 6 * random.nextGaussian();
          var colour = Tint.faint(colours[random.nextInt(4)], 0.75);
          switch (random.nextInt(4)) {
            case 0 -> pencil.fill(Pencil.circle(x, y, 6), colour);
            case 1 -> pencil.stroke(Pencil.circle(x, y, 6), 3, colour);
            case 2 -> pencil.fill(Pencil.star(x, y, 8, 4, 5), colour);
            default -> pencil.fill(Pencil.turned(Pencil.box(x, y, 15, 5, 2.5), 50, x, y), colour);
          }
        }
      }
      pencil.fill(Pencil.circle(0, 0, 80), Tint.faint(palette.backdrop(), 0.9));
    }
  },
  /** Hills behind one another; with snow where the palette is cold. */
  HILLS(52, 0) {
    @Override
    void paint(Pencil pencil, Palette palette, Mood mood, RandomGenerator random) {
      wall(pencil, palette);
      pencil.fill(
          Pencil.circle(70 - 140 * random.nextDouble(), -44, 22),
          Tint.faint(palette.light(), 0.85));
      for (int layer = 0; layer < 3; layer++) {
        double base = 10 + 22 * layer;
        var colour = Tint.mix(palette.shape(), palette.floor(), layer / 2.5);
        pencil.fall(ridge(base, 50 - 14 * layer, random), Tint.lighter(colour, 0.28), colour);
      }
      pencil.fall(
          Pencil.oval(0, 112, 260, 64),
          Tint.lighter(palette.backdrop(), palette.isNight() ? 0.35 : 0.7),
          palette.floor());
    }
  },
  /** A curtain. */
  DRAPES(50, 64) {
    @Override
    void paint(Pencil pencil, Palette palette, Mood mood, RandomGenerator random) {
      wallAndFloor(pencil, palette, 48);
      for (int fold = 0; fold < 16; fold++) {
        double x = -195 + 26 * fold;
        double width = 22 + 4 * random.nextDouble();
        pencil.across(
            Pencil.box(x, -38, width, 172, 0),
            Tint.darker(palette.shape(), 0.26),
            Tint.lighter(palette.shape(), 0.1));
        pencil.across(
            Pencil.box(x + width / 2, -38, width / 2, 172, 0),
            Tint.lighter(palette.shape(), 0.1),
            Tint.darker(palette.shape(), 0.2));
      }
      glow(pencil, 0, -10, 120, palette.light(), palette.isNight() ? 0.22 : 0.45);
      pencil.fall(
          Pencil.box(0, 84, 420, 72, 0),
          Tint.mix(palette.floor(), palette.light(), 0.2),
          palette.floor());
    }
  },
  /** A glowing grid that runs to the horizon, and a striped sun. */
  GRID(50, 0) {
    @Override
    void paint(Pencil pencil, Palette palette, Mood mood, RandomGenerator random) {
      wall(pencil, palette);
      pencil.fall(Pencil.circle(0, -18, 58), palette.accent(), palette.shape());
      for (int band = 0; band < 5; band++) {
        pencil.fill(
            Pencil.box(0, -4 + 9 * band, 130, 1.6 + 0.9 * band, 0),
            Tint.faint(palette.backdrop(), 0.9));
      }
      pencil.fall(
          Pencil.box(0, 82, 420, 84, 0),
          Tint.darker(palette.floor(), 0.1),
          Tint.darker(palette.floor(), 0.5));
      var line = Tint.faint(Tint.lighter(palette.shape(), 0.3), 0.7);
      for (int column = -12; column <= 12; column++) {
        pencil.line(column * 13, 40, column * 52, 124, 1.2, line);
      }
      for (int row = 0; row < 7; row++) {
        double y = 40 + 1.7 * row * row + 2.5 * row;
        pencil.line(-210, y, 210, y, 1.2, line);
      }
      glow(pencil, 0, 40, 120, palette.accent(), 0.35);
    }
  },
  /** The lines of a sports ground. */
  COURT(52, 0) {
    @Override
    void paint(Pencil pencil, Palette palette, Mood mood, RandomGenerator random) {
      wall(pencil, palette);
      pencil.fall(
          Pencil.polygon(-210, 20, 210, -6, 210, 120, -210, 120),
          palette.shape(),
          Tint.darker(palette.shape(), 0.22));
      var paint = Tint.faint(palette.light(), 0.85);
      for (int lane = 0; lane < 4; lane++) {
        double y = 34 + 20 * lane + 3 * lane * lane;
        pencil.line(-210, y + 13, 210, y - 13, 2 + 0.8 * lane, paint);
      }
      pencil.stroke(Pencil.oval(96, 4, 74, 30), 2.4, paint);
      for (int light = 0; light < 4; light++) {
        glow(pencil, -140 + 92 * light, -86, 40, palette.light(), 0.6);
      }
    }
  },
  /** A table with a checked cloth. */
  TABLE(50, 0) {
    @Override
    void paint(Pencil pencil, Palette palette, Mood mood, RandomGenerator random) {
      wall(pencil, palette);
      for (int lamp = -1; lamp <= 1; lamp++) {
        double x = lamp * 104;
        pencil.line(x, -120, x, -66, 1.6, palette.dark());
        pencil.body(
            Pencil.polygon(x - 6, -72, x + 6, -72, x + 22, -52, x - 22, -52), palette.accent());
        glow(pencil, x, -46, 56, palette.light(), 0.45);
      }
      var cloth = Pencil.polygon(-210, 34, 210, 34, 210, 130, -210, 130);
      pencil.fill(cloth, Tint.lighter(palette.light(), 0.4));
      for (int column = -9; column <= 9; column++) {
        pencil.fill(
            Pencil.common(
                cloth,
                Pencil.polygon(
                    column * 24,
                    34,
                    column * 24 + 12,
                    34,
                    column * 40 + 20,
                    130,
                    column * 40,
                    130)),
            Tint.faint(palette.shape(), 0.5));
      }
      for (int row = 0; row < 4; row++) {
        double y = 42 + 16 * row + 2.5 * row * row;
        pencil.fill(Pencil.box(0, y, 420, 7 + 1.6 * row, 0), Tint.faint(palette.shape(), 0.5));
      }
      pencil.fall(
          Pencil.box(0, 37, 420, 8, 0), Tint.faint(Color.BLACK, 0.16), Tint.faint(Color.BLACK, 0));
    }
  },
  /** Clouds in the sky. */
  CLOUDS(54, 0) {
    @Override
    void paint(Pencil pencil, Palette palette, Mood mood, RandomGenerator random) {
      wall(pencil, palette);
      if (palette.isNight()) {
        for (int star = 0; star < 40; star++) {
          pencil.fill(
              Pencil.star(
                  400 * random.nextDouble() - 200, 200 * random.nextDouble() - 112, 2.6, 1, 4),
              Tint.faint(palette.light(), 0.4 + 0.5 * random.nextDouble()));
        }
      }
      var white = Tint.mix(palette.backdrop(), Color.WHITE, palette.isNight() ? 0.35 : 0.7);
      pencil.fill(Pencil.circle(104, -52, 23), Tint.lighter(palette.accent(), 0.25));
      for (int cloud = 0; cloud < 5; cloud++) {
        double x = -170 + 84 * cloud + 12 * random.nextGaussian();
        double y = -62 + 34 * random.nextDouble();
        cloud(pencil, x, y, 0.55 + 0.3 * random.nextDouble(), Tint.faint(white, 0.8));
      }
      for (int cloud = 0; cloud < 6; cloud++) {
        cloud(pencil, -190 + 76 * cloud, 76 + 6 * random.nextGaussian(), 1.5, white);
      }
    }
  };

  private final double standing;
  private final double podium;

  /**
   * @param standing height at which things stand, NaN where they hang in the air
   * @param podium radius of what a single thing stands on, 0 for none
   */
  Stage(double standing, double podium) {
    this.standing = standing;
    this.podium = podium;
  }

  /** Paints the set over the whole paper. */
  abstract void paint(Pencil pencil, Palette palette, Mood mood, RandomGenerator random);

  /** Paints what a single thing stands on in the middle, over the set. */
  void paintPodium(Pencil pencil, Palette palette) {
    if (podium > 0) {
      plinth(pencil, palette, 0, standing, podium);
    }
  }

  /** Height at which things stand, or NaN where they hang in the air. */
  double standing() {
    return standing;
  }

  boolean hasGround() {
    return !Double.isNaN(standing);
  }

  /** A set that suits category and mood: calm ones have ground and light, driving ones graphics. */
  static Stage pick(ProductCategory category, Mood mood, RandomGenerator random) {
    if (random.nextDouble() < 0.55) {
      var own = favourites(category);
      return own.get(random.nextInt(own.size()));
    }
    var common =
        mood.energy() > 0.55
            ? List.of(STRIPES, RAYS, SPLIT, CONFETTI, BLOCKS)
            : mood.brightness() > 0.45
                ? List.of(STUDIO, ARCHES, WINDOW, BLOCKS)
                : List.of(BOKEH, DRAPES, STUDIO, WINDOW);
    return common.get(random.nextInt(common.size()));
  }

  private static List<Stage> favourites(ProductCategory category) {
    return switch (category) {
      case VIDEO_GAMES -> List.of(GRID, RAYS);
      case MOBILE_PHONES -> List.of(GRID, BOKEH, SPLIT);
      case TABLETS -> List.of(BLOCKS, WINDOW);
      case BABY_CARE -> List.of(CLOUDS, STUDIO);
      case CHILDRENS_CLOTHING -> List.of(CONFETTI, CLOUDS, HILLS);
      case DAILY_NECESSITIES -> List.of(WINDOW, BLOCKS);
      case FOOD -> List.of(TABLE);
      case COSMETICS -> List.of(ARCHES, STUDIO);
      case SPORTS -> List.of(COURT, STRIPES);
      case WEDDING_DRESSES -> List.of(DRAPES, ARCHES);
      case WOMENS_T_SHIRTS -> List.of(SPLIT, CONFETTI);
      case DOWN_JACKETS -> List.of(HILLS);
      case WOMENS_SUITS -> List.of(ARCHES, BLOCKS);
      case MENS_SUITS -> List.of(DRAPES, BOKEH);
      case MENS_T_SHIRTS -> List.of(STRIPES, SPLIT);
    };
  }

  private static void wall(Pencil pencil, Palette palette) {
    pencil.fall(
        Pencil.box(0, 0, 420, 240, 0),
        Tint.lighter(palette.backdrop(), palette.isNight() ? 0.06 : 0.22),
        Tint.darker(palette.backdrop(), 0.08));
  }

  private static void wallAndFloor(Pencil pencil, Palette palette, double y) {
    wall(pencil, palette);
    wallAndFloorOnly(pencil, palette, y);
  }

  private static void wallAndFloorOnly(Pencil pencil, Palette palette, double y) {
    pencil.fall(
        Pencil.box(0, y + 60, 420, 120, 0),
        Tint.lighter(palette.floor(), 0.06),
        Tint.darker(palette.floor(), 0.2));
    pencil.fall(
        Pencil.box(0, y + 5, 420, 10, 0),
        Tint.faint(Color.BLACK, 0.09),
        Tint.faint(Color.BLACK, 0));
  }

  /** A round plinth whose top lies at the given height. */
  private static void plinth(Pencil pencil, Palette palette, double x, double y, double radius) {
    var colour = Tint.mix(palette.backdrop(), palette.light(), palette.isNight() ? 0.25 : 0.5);
    pencil.fill(Pencil.oval(x + 8, y + 27, radius * 1.12, 12), Tint.faint(Color.BLACK, 0.16));
    var side = new Path2D.Double(Pencil.box(x, y + 10, 2 * radius, 20, 0));
    side.append(Pencil.oval(x, y + 20, radius, 10), false);
    side.setWindingRule(Path2D.WIND_NON_ZERO);
    pencil.across(side, Tint.darker(colour, 0.04), Tint.darker(colour, 0.3));
    pencil.across(Pencil.oval(x, y, radius, 10), Tint.lighter(colour, 0.3), colour);
  }

  private static void block(
      Pencil pencil, Palette palette, double x, double top, double width, Color colour) {
    pencil.fill(Pencil.oval(x + 6, 78, width * 0.62, 9), Tint.faint(Color.BLACK, 0.14));
    pencil.fall(
        Pencil.box(x, (top + 78) / 2, width, 78 - top, 2), colour, Tint.darker(colour, 0.16));
    pencil.fill(
        Pencil.polygon(
            x - width / 2,
            top,
            x - width / 2 + 9,
            top - 9,
            x + width / 2 + 9,
            top - 9,
            x + width / 2,
            top),
        Tint.lighter(colour, 0.3));
    pencil.fill(
        Pencil.polygon(
            x + width / 2,
            top,
            x + width / 2 + 9,
            top - 9,
            x + width / 2 + 9,
            69,
            x + width / 2,
            78),
        Tint.darker(colour, 0.26));
  }

  private static void plant(Pencil pencil, Palette palette, double x) {
    var green = Tint.mix(new Color(0x4E8F5B), palette.backdrop(), 0.25);
    for (int leaf = -3; leaf <= 3; leaf++) {
      var shape = Pencil.blob(x, 34, x - 9, 2, x, -36, x + 9, 2);
      pencil.body(
          Pencil.turned(shape, leaf * 19, x, 40), Tint.darker(green, Math.abs(leaf) * 0.06));
    }
    pencil.body(Pencil.polygon(x - 20, 32, x + 20, 32, x + 15, 66, x - 15, 66), palette.shape());
  }

  private static void cloud(Pencil pencil, double x, double y, double size, Color colour) {
    var cloud = new Path2D.Double();
    cloud.append(Pencil.oval(x, y, 34 * size, 15 * size), false);
    cloud.append(Pencil.circle(x - 13 * size, y - 8 * size, 15 * size), false);
    cloud.append(Pencil.circle(x + 9 * size, y - 12 * size, 18 * size), false);
    cloud.setWindingRule(Path2D.WIND_NON_ZERO);
    pencil.fill(cloud, colour);
  }

  private static Shape ridge(double base, double height, RandomGenerator random) {
    var ridge = new Path2D.Double();
    ridge.moveTo(-210, 130);
    double y = base;
    for (int peak = 0; peak <= 6; peak++) {
      double x = -210 + 70 * peak;
      ridge.lineTo(x, y);
      y =
          base
              - height
                  * (peak % 2 == 0 ? 0.6 + 0.5 * random.nextDouble() : 0.1 * random.nextDouble());
    }
    ridge.lineTo(210, 130);
    ridge.closePath();
    return ridge;
  }

  private static void glow(
      Pencil pencil, double x, double y, double radius, Color colour, double strength) {
    pencil.glow(
        Pencil.circle(x, y, radius),
        x,
        y,
        radius,
        Tint.faint(colour, strength),
        Tint.faint(colour, 0));
  }
}
