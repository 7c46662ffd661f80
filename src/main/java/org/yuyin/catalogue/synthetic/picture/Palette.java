package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.util.random.RandomGenerator;
import org.yuyin.catalogue.synthetic.plan.Mood;
import org.yuyin.catalogue.synthetic.plan.ProductCategory;

/**
 * The colours of one ad: a backdrop as light as the mood, more colourful with more energy, in hues
 * the category likes, and a product that stands out from it.
 *
 * @param backdrop the wall
 * @param floor what things stand on
 * @param shape large shapes on the wall
 * @param product the largest surfaces of the product
 * @param second its other surfaces
 * @param other a second colour in which the same product is sold
 * @param accent prices, prints, small things
 * @param dark lines
 * @param light the colour of the light
 */
record Palette(
    Color backdrop,
    Color floor,
    Color shape,
    Color product,
    Color second,
    Color other,
    Color accent,
    Color dark,
    Color light) {

  static Palette of(ProductCategory category, Mood mood, RandomGenerator random) {
    var hues = Hues.of(category);
    double lightness = Math.clamp(mood.byBrightness(0.24, 0.93), 0.2, hues.lightestBackdrop());
    double hue = hues.backdrop(random);
    double chroma = mood.byEnergy(0.035, 0.13) * (0.85 + 0.3 * random.nextDouble());
    var backdrop = new Oklch(lightness, chroma, hue);
    boolean night = lightness < 0.5;
    double shapeTurn = mood.energy() > 0.55 ? 40 + 50 * random.nextDouble() : 25 * random.nextGaussian();
    var shape =
        backdrop.lighter(night ? 0.13 : lightness > 0.8 ? -0.09 : 0.1).turned(shapeTurn).chroma(chroma * 1.25);
    var floor = backdrop.lighter(night ? -0.06 : -0.07).chroma(chroma * 0.9);
    double productLightness = hues.productLightness(night, random);
    double productHue = hues.product(random);
    var product = new Oklch(productLightness, hues.productChroma(), productHue);
    var second =
        new Oklch(productLightness > 0.62 ? productLightness - 0.3 : productLightness + 0.32,
            hues.productChroma() * 0.45, productHue + 20 * random.nextGaussian());
    var other = new Oklch(Math.clamp(productLightness + 0.12 * random.nextGaussian(), 0.3, 0.95),
        hues.productChroma(), productHue + 90 + 90 * random.nextDouble());
    var accent = new Oklch(night ? 0.78 : 0.65, mood.byEnergy(0.13, 0.2), hue + 150 + 60 * random.nextDouble());
    var dark = new Oklch(0.24, 0.03, hue);
    var light = new Oklch(0.97, 0.02, mood.byBrightness(250, 85));
    return new Palette(
        backdrop.color(), floor.color(), shape.color(), product.color(), second.color(),
        other.color(), accent.color(), dark.color(), light.color());
  }

  /** Whether the backdrop is dark. */
  boolean isNight() {
    return backdrop.getRed() * 0.3 + backdrop.getGreen() * 0.59 + backdrop.getBlue() * 0.11 < 105;
  }
}
