package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.yuyin.catalogue.synthetic.plan.Mood;
import org.yuyin.catalogue.synthetic.plan.ProductCategory;

/**
 * Decides what an ad shows: the shots, cut on the beats of its music. Energy makes shots shorter and
 * moves faster; the first shot presents the product, the last one the offer.
 */
final class Director {
  private static final double SPRITE_SCALE = 1.35;

  private final Mood mood;
  private final ProductCategory category;
  private final RandomGenerator random;
  private final Palette palette;
  private final Stage stage;
  private final Stage otherStage;
  private final int height;
  private final List<Sprite> products = new ArrayList<>();

  Director(ProductCategory category, Mood mood, long seed, int height) {
    this.category = category;
    this.mood = mood;
    this.height = height;
    this.random = new SplittableRandom(seed);
    this.palette = Palette.of(category, mood, random);
    this.stage = Stage.pick(category, mood, random);
    this.otherStage = Stage.pick(category, mood, random);
    var look = Look.of(palette, random);
    products.add(sprite(look));
    products.add(sprite(look.inColours(palette.other(), palette.second())));
    products.add(sprite(new Look(palette.product(), palette.other(), palette.accent(), palette.dark(), palette.light(), look.make() + 1)));
  }

  Palette palette() {
    return palette;
  }

  Drift drift() {
    return Drift.of(category, mood);
  }

  /**
   * The shots of a film.
   *
   * @param seconds its length, filled exactly
   * @param beatSeconds time from beat to beat
   */
  List<Shot> shots(double seconds, double beatSeconds) {
    var shots = new ArrayList<Shot>();
    double wanted = mood.byEnergy(4.2, 1.25);
    double step = Math.max(2, Math.round(wanted / beatSeconds)) * beatSeconds;
    int count = Math.max(2, (int) Math.round(seconds / step));
    var sets = List.of(painted(stage), painted(otherStage));
    double from = 0;
    for (int number = 0; number < count; number++) {
      double until = number == count - 1 ? seconds : (number + 1) * step;
      boolean other = number % 2 == 1 && otherStage != stage;
      shots.add(
          shot(number, count, until - from, sets.get(other ? 1 : 0), other ? otherStage : stage));
      from = until;
    }
    return shots;
  }

  private Shot shot(int number, int count, double seconds, BufferedImage set, Stage on) {
    if (number == 0) {
      return random.nextDouble() < mood.energy() ? drop(seconds, set, on) : hero(seconds, set, on);
    }
    if (number == count - 1) {
      return offer(seconds, set, on);
    }
    return switch (random.nextInt(mood.energy() > 0.5 ? 6 : 4)) {
      case 0 -> trio(seconds, set, on);
      case 1 -> close(seconds, set, on);
      case 2 -> turning(seconds, set, on);
      case 3 -> pair(seconds, set, on);
      case 4 -> march(seconds, set, on);
      default -> drop(seconds, set, on);
    };
  }

  /** The product in the middle, the camera moving in. */
  private Shot hero(double seconds, BufferedImage set, Stage on) {
    double size = 104 + 10 * random.nextDouble();
    var place = standing(on, 6 * random.nextGaussian(), size);
    var actor = new Actor(products.getFirst(), place, place, Actor.Motion.DRIFT, 0);
    return new Shot(seconds, set, on.standing(), pushIn(), List.of(actor));
  }

  /** The product falls into its place. */
  private Shot drop(double seconds, BufferedImage set, Stage on) {
    var place = standing(on, 0, 112);
    var above = new Pose(place.x(), -170, 112, 25 * random.nextGaussian());
    var actor = new Actor(products.getFirst(), above, place, Actor.Motion.ARRIVE, 0);
    return new Shot(seconds, set, on.standing(), pushIn(), List.of(actor));
  }

  /** Three kinds side by side, coming in one after the other. */
  private Shot trio(double seconds, BufferedImage set, Stage on) {
    var actors = new ArrayList<Actor>();
    int[] order = {0, 2, 1};
    for (int number = 0; number < 3; number++) {
      int column = order[number] - 1;
      var place = standing(on, 88 * column, column == 0 ? 104 : 78);
      var below = new Pose(place.x(), 190, place.size(), 0);
      actors.add(new Actor(products.get(order[number] == 1 ? 0 : 1 + order[number] / 2), below, place, Actor.Motion.ARRIVE, 0.12 * number));
    }
    return new Shot(seconds, set, on.standing(), slide(), actors);
  }

  /** A detail, drifting by. */
  private Shot close(double seconds, BufferedImage set, Stage on) {
    double way = mood.byEnergy(14, 46) * (random.nextBoolean() ? 1 : -1);
    double turn = mood.byEnergy(3, 14) * (random.nextBoolean() ? 1 : -1);
    var from = new Pose(-way, 34 - way / 4, 196, -turn);
    var to = new Pose(way, 26 + way / 4, 214, turn);
    var actor = new Actor(products.getFirst(), from, to, Actor.Motion.DRIFT, 0);
    return new Shot(seconds, set, Double.NaN, new Camera(1.1, 1.16, 0, -way / 3), List.of(actor));
  }

  /** The product turning about its axis. */
  private Shot turning(double seconds, BufferedImage set, Stage on) {
    var place = standing(on, 0, 116);
    var motion = mood.energy() > 0.3 ? Actor.Motion.SPIN : Actor.Motion.SWAY;
    var actor = new Actor(products.get(random.nextInt(2)), place, place, motion, 0);
    return new Shot(seconds, set, on.standing(), pushIn(), List.of(actor));
  }

  /** Two kinds, one before the other. */
  private Shot pair(double seconds, BufferedImage set, Stage on) {
    double side = random.nextBoolean() ? 1 : -1;
    var back = standing(on, 56 * side, 84);
    var front = standing(on, -34 * side, 112);
    var actors =
        List.of(
            new Actor(products.get(2), back, moved(back, -10 * side), Actor.Motion.DRIFT, 0),
            new Actor(products.get(0), front, moved(front, 8 * side), Actor.Motion.DRIFT, 0));
    return new Shot(seconds, set, on.standing(), slide(), actors);
  }

  /** Many small ones marching through the picture. */
  private Shot march(double seconds, BufferedImage set, Stage on) {
    var actors = new ArrayList<Actor>();
    for (int row = 0; row < 3; row++) {
      double way = (row % 2 == 0 ? 1 : -1) * mood.byEnergy(20, 70);
      for (int column = -4; column <= 4; column++) {
        double x = column * 62 + (row % 2) * 31;
        double y = -64 + 64 * row;
        var sprite = products.get(Math.floorMod(column + row, 3));
        actors.add(
            new Actor(sprite, new Pose(x - way, y, 56, -8), new Pose(x + way, y, 56, 8), Actor.Motion.DRIFT, 0));
      }
    }
    return new Shot(seconds, set, Double.NaN, new Camera(1.05, 1.12, 0, 0), actors);
  }

  /** The product on one side, headline and price on the other. */
  private Shot offer(double seconds, BufferedImage set, Stage on) {
    double side = random.nextBoolean() ? 1 : -1;
    var place = standing(on, -58 * side, 112);
    var headline = sprite(pencil -> Offers.headline(pencil, palette), 0.7);
    boolean percent = random.nextBoolean();
    var badge =
        sprite(
            pencil -> {
              if (percent) {
                Offers.discount(pencil, palette);
              } else {
                Offers.priceTag(pencil, palette);
              }
            },
            0.5);
    var barsAt = new Pose(84 * side, -18, 96, 0);
    var badgeAt = new Pose(-58 * side + 46, -46, percent ? 44 : 52, 8);
    var actors =
        List.of(
            new Actor(products.getFirst(), place, place, Actor.Motion.DRIFT, 0),
            new Actor(headline, new Pose(250 * side, -18, 96, 0), barsAt, Actor.Motion.ARRIVE, 0.05),
            new Actor(badge, new Pose(badgeAt.x(), badgeAt.y(), 1, -90), badgeAt, Actor.Motion.ARRIVE, 0.25));
    return new Shot(seconds, set, on.standing(), new Camera(1.02, mood.byEnergy(1.05, 1.1), 0, 0), actors);
  }

  private Camera pushIn() {
    double far = 1.0;
    double near = mood.byEnergy(1.07, 1.2);
    return random.nextDouble() < 0.7 ? new Camera(far, near, 0, 0) : new Camera(near, far, 0, 0);
  }

  private Camera slide() {
    double way = mood.byEnergy(6, 20) * (random.nextBoolean() ? 1 : -1);
    return new Camera(1.12, 1.12, -way, way);
  }

  private static Pose standing(Stage on, double x, double size) {
    double y = on.hasGround() ? on.standing() + 6 - size * 0.46 : 4;
    return new Pose(x, y, size, 0);
  }

  private static Pose moved(Pose pose, double x) {
    return new Pose(pose.x() + x, pose.y(), pose.size(), pose.turn());
  }

  private Sprite sprite(Look look) {
    var product = Products.of(category);
    return sprite(pencil -> product.draw(pencil, look), SPRITE_SCALE);
  }

  private Sprite sprite(java.util.function.Consumer<Pencil> drawing, double scale) {
    return Sprite.of((int) Math.round(height * scale), drawing);
  }

  private BufferedImage painted(Stage chosen) {
    double scale = height / 180.0;
    int width = (int) Math.round(400 * scale);
    int tall = (int) Math.round(225 * scale);
    var image = new BufferedImage(width, tall, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    var pencil = new Pencil(graphics).moved(width / 2.0, tall / 2.0, scale, 0);
    chosen.paint(pencil, palette, mood, random);
    pencil.glow(
        Pencil.box(0, 0, 420, 240, 0), 0, 0, 250, Tint.faint(Color.BLACK, 0), Tint.faint(Color.BLACK, 0.34));
    graphics.dispose();
    return image;
  }
}
