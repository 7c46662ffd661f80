package org.yuyin.catalogue.synthetic.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.yuyin.catalogue.synthetic.plan.Mood;
import org.yuyin.catalogue.synthetic.plan.ProductCategory;

/**
 * Decides what an ad shows: the shots, cut on the beats of its music. Energy makes shots shorter
 * and moves faster; the first shot presents the product, the last one the offer.
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
  private final SetPainter sets;
  private final Sprite product;
  private final Sprite otherColour;
  private final Sprite otherKind;

  Director(ProductCategory category, Mood mood, long seed, int height) {
    this.category = category;
    this.mood = mood;
    this.height = height;
    this.random = new SplittableRandom(seed);
    this.palette = Palette.of(category, mood, random);
    this.stage = Stage.pick(category, mood, random);
    this.otherStage = Stage.pick(category, mood, random);
    this.sets = new SetPainter(palette, mood, seed, height);
    var look = Look.of(palette, random);
    this.product = sprite(look);
    this.otherColour = sprite(look.inColours(palette.other(), palette.second()));
    this.otherKind = sprite(look.nextMake().inColours(palette.product(), palette.other()));
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
    double from = 0;
    for (int number = 0; number < count; number++) {
      double until = number == count - 1 ? seconds : (number + 1) * step;
      var on = number % 2 == 0 ? stage : otherStage;
      shots.add(shot(number, count, until - from, on));
      from = until;
    }
    return shots;
  }

  private Shot shot(int number, int count, double seconds, Stage on) {
    if (number == 0) {
      return random.nextDouble() < mood.energy() ? drop(seconds, on) : hero(seconds, on);
    }
    if (number == count - 1) {
      return offer(seconds, on);
    }
    return switch (random.nextInt(mood.energy() > 0.5 ? 6 : 4)) {
      case 0 -> trio(seconds, on);
      case 1 -> close(seconds, on);
      case 2 -> turning(seconds, on);
      case 3 -> pair(seconds, on);
      case 4 -> march(seconds, on);
      default -> drop(seconds, on);
    };
  }

  /** The product in the middle, the camera moving in. */
  private Shot hero(double seconds, Stage on) {
    var place =
        standing(product, on.standing(), 4 * random.nextGaussian(), 104 + 10 * random.nextDouble());
    return solo(seconds, on, new Actor(product, place, place, Actor.Motion.DRIFT, 0));
  }

  /** The product falls into its place. */
  private Shot drop(double seconds, Stage on) {
    var place = standing(product, on.standing(), 0, 112);
    var above = new Pose(0, -170, 112, 25 * random.nextGaussian());
    return solo(seconds, on, new Actor(product, above, place, Actor.Motion.ARRIVE, 0));
  }

  /** The product turning about its axis. */
  private Shot turning(double seconds, Stage on) {
    var shown = random.nextBoolean() ? product : otherColour;
    var place = standing(shown, on.standing(), 0, 116);
    var motion = mood.energy() > 0.3 ? Actor.Motion.SPIN : Actor.Motion.SWAY;
    return solo(seconds, on, new Actor(shown, place, place, motion, 0));
  }

  private Shot solo(double seconds, Stage on, Actor actor) {
    double near = mood.byEnergy(1.07, 1.2);
    var camera = random.nextDouble() < 0.7 ? new Camera(1, near, 0, 0) : new Camera(near, 1, 0, 0);
    return new Shot(seconds, sets.paint(on, true), on.standing(), camera, List.of(actor));
  }

  /** Three kinds side by side, coming in one after the other. */
  private Shot trio(double seconds, Stage on) {
    var kinds = List.of(otherColour, product, otherKind);
    double ground = front(on);
    var actors = new ArrayList<Actor>();
    for (int column = -1; column <= 1; column++) {
      var kind = kinds.get(column + 1);
      var place = standing(kind, ground, 86 * column, column == 0 ? 104 : 80);
      var below = new Pose(place.x(), 190, place.size(), 0);
      actors.add(new Actor(kind, below, place, Actor.Motion.ARRIVE, 0.12 * (column + 1)));
    }
    return new Shot(seconds, sets.paint(on, false), ground, slide(), actors);
  }

  /** Two kinds, one before the other. */
  private Shot pair(double seconds, Stage on) {
    double side = random.nextBoolean() ? 1 : -1;
    double ground = front(on);
    var back = standing(otherKind, ground, 56 * side, 84);
    var front = standing(product, ground, -34 * side, 112);
    var actors =
        List.of(
            new Actor(otherKind, back, moved(back, -10 * side), Actor.Motion.DRIFT, 0),
            new Actor(product, front, moved(front, 8 * side), Actor.Motion.DRIFT, 0));
    return new Shot(seconds, sets.paint(on, false), ground, slide(), actors);
  }

  /** A detail, drifting by. */
  private Shot close(double seconds, Stage on) {
    double way = mood.byEnergy(14, 46) * (random.nextBoolean() ? 1 : -1);
    double turn = mood.byEnergy(3, 14) * (random.nextBoolean() ? 1 : -1);
    var from = new Pose(-way, 34 - way / 4, 196, -turn);
    var to = new Pose(way, 26 + way / 4, 214, turn);
    var actor = new Actor(product, from, to, Actor.Motion.DRIFT, 0);
    var camera = new Camera(1.1, 1.16, 0, -way / 3);
    return new Shot(seconds, sets.paint(on, false), Double.NaN, camera, List.of(actor));
  }

  /** Many small ones marching through the picture. */
  private Shot march(double seconds, Stage on) {
    var kinds = List.of(product, otherColour, otherKind);
    var actors = new ArrayList<Actor>();
    for (int row = 0; row < 3; row++) {
      double way = (row % 2 == 0 ? 1 : -1) * mood.byEnergy(20, 70);
      for (int column = -4; column <= 4; column++) {
        double x = column * 62 + (row % 2) * 31;
        double y = -64 + 64 * row;
        var from = new Pose(x - way, y, 56, -8);
        var to = new Pose(x + way, y, 56, 8);
        var kind = kinds.get(Math.floorMod(column + row, 3));
        actors.add(new Actor(kind, from, to, Actor.Motion.DRIFT, 0));
      }
    }
    var camera = new Camera(1.05, 1.12, 0, 0);
    return new Shot(seconds, sets.paint(on, false), Double.NaN, camera, actors);
  }

  /** The product on one side, headline and price on the other. */
  private Shot offer(double seconds, Stage on) {
    double side = random.nextBoolean() ? 1 : -1;
    double ground = front(on);
    var place = standing(product, ground, -58 * side, 116);
    var headline = sprite(pencil -> Offers.headline(pencil, palette), 0.7);
    boolean percent = random.nextBoolean();
    var badge = sprite(pencil -> offerBadge(pencil, percent), 0.5);
    var headlineAt = new Pose(84 * side, -18, 96, 0);
    var badgeAt = new Pose(place.x() + 46, -48, percent ? 44 : 52, 8);
    var actors =
        List.of(
            new Actor(product, place, place, Actor.Motion.DRIFT, 0),
            new Actor(
                headline, moved(headlineAt, 170 * side), headlineAt, Actor.Motion.ARRIVE, 0.05),
            new Actor(
                badge,
                new Pose(badgeAt.x(), badgeAt.y(), 1, -90),
                badgeAt,
                Actor.Motion.ARRIVE,
                0.2));
    var camera = new Camera(1.02, mood.byEnergy(1.05, 1.1), 0, 0);
    return new Shot(seconds, sets.paint(on, false), ground, camera, actors);
  }

  private void offerBadge(Pencil pencil, boolean percent) {
    if (percent) {
      Offers.discount(pencil, palette);
    } else {
      Offers.priceTag(pencil, palette);
    }
  }

  private Camera slide() {
    double way = mood.byEnergy(6, 20) * (random.nextBoolean() ? 1 : -1);
    return new Camera(1.12, 1.12, -way, way);
  }

  /** Where several things stand: nearer than a single one on its podium. */
  private static double front(Stage on) {
    return on.hasGround() ? on.standing() + 12 : Double.NaN;
  }

  private static Pose standing(Sprite sprite, double ground, double x, double size) {
    double y = Double.isNaN(ground) ? 4 : ground + 3 - size * sprite.foot();
    return new Pose(x, y, size, 0);
  }

  private static Pose moved(Pose pose, double x) {
    return new Pose(pose.x() + x, pose.y(), pose.size(), pose.turn());
  }

  private Sprite sprite(Look look) {
    var drawn = Products.of(category);
    return sprite(pencil -> drawn.draw(pencil, look), SPRITE_SCALE);
  }

  private Sprite sprite(Consumer<Pencil> drawing, double scale) {
    return Sprite.of((int) Math.round(height * scale), drawing);
  }
}
