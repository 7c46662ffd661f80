package org.yuyin.catalogue.synthetic.picture;

import java.util.random.RandomGenerator;
import org.yuyin.catalogue.synthetic.plan.ProductCategory;

/**
 * The hues a category likes, in degrees of {@link Oklch}.
 *
 * @param backdrops of the set
 * @param products of the things sold
 * @param productChroma how colourful the things are, 0 to 0.2
 * @param darkest lightness of the things
 * @param lightest lightness of the things
 * @param lightestBackdrop lower where the things themselves are nearly white
 */
record Hues(
    double[] backdrops,
    double[] products,
    double productChroma,
    double darkest,
    double lightest,
    double lightestBackdrop) {

  static Hues of(ProductCategory category) {
    return switch (category) {
      case VIDEO_GAMES ->
          of(new double[] {290, 265, 320, 200}, new double[] {25, 265, 145, 330}, 0.17, 0.5, 0.8);
      case MOBILE_PHONES ->
          of(new double[] {240, 265, 200, 300}, new double[] {250, 300, 170, 60}, 0.07, 0.35, 0.85);
      case TABLETS ->
          of(new double[] {200, 90, 160, 20}, new double[] {250, 20, 160}, 0.03, 0.6, 0.9);
      case BABY_CARE ->
          of(new double[] {20, 230, 95, 170}, new double[] {15, 220, 95, 150}, 0.09, 0.78, 0.9);
      case CHILDRENS_CLOTHING ->
          of(new double[] {95, 160, 220, 45}, new double[] {30, 250, 95, 350}, 0.15, 0.62, 0.82);
      case DAILY_NECESSITIES ->
          of(new double[] {180, 130, 210, 110}, new double[] {180, 145, 100, 30}, 0.08, 0.6, 0.92);
      case FOOD -> of(new double[] {60, 40, 85, 130}, new double[] {30, 60, 45}, 0.16, 0.55, 0.78);
      case COSMETICS ->
          of(new double[] {10, 350, 40, 320}, new double[] {10, 355, 60, 330}, 0.13, 0.42, 0.75);
      case SPORTS ->
          of(new double[] {30, 120, 265, 60}, new double[] {30, 140, 265, 55}, 0.2, 0.5, 0.8);
      case WEDDING_DRESSES ->
          new Hues(
              new double[] {60, 10, 150, 300}, new double[] {85, 20, 70}, 0.014, 0.93, 0.985, 0.84);
      case WOMENS_T_SHIRTS ->
          of(new double[] {350, 45, 190, 310}, new double[] {85, 350, 200, 40}, 0.11, 0.7, 0.95);
      case DOWN_JACKETS ->
          of(new double[] {235, 220, 250, 205}, new double[] {30, 265, 55, 100}, 0.13, 0.4, 0.75);
      case WOMENS_SUITS ->
          of(new double[] {40, 330, 75, 300}, new double[] {65, 20, 330, 280}, 0.06, 0.45, 0.88);
      case MENS_SUITS ->
          of(new double[] {250, 70, 230, 40}, new double[] {260, 250, 60}, 0.04, 0.28, 0.5);
      case MENS_T_SHIRTS ->
          of(new double[] {110, 70, 220, 30}, new double[] {110, 250, 40, 160}, 0.08, 0.32, 0.9);
    };
  }

  private static Hues of(
      double[] backdrops, double[] products, double chroma, double darkest, double lightest) {
    return new Hues(backdrops, products, chroma, darkest, lightest, 0.95);
  }

  double backdrop(RandomGenerator random) {
    return backdrops[random.nextInt(backdrops.length)] + 10 * random.nextGaussian();
  }

  double product(RandomGenerator random) {
    return products[random.nextInt(products.length)] + 10 * random.nextGaussian();
  }

  /** Lighter before a dark set, so that the thing stands out. */
  double productLightness(boolean night, RandomGenerator random) {
    double share = night ? 0.45 + 0.55 * random.nextDouble() : 0.75 * random.nextDouble();
    return darkest + (lightest - darkest) * share;
  }
}
