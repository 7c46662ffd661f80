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
    double lightness = Math.clamp(mood.byBrightness(0.22, 0.95), 0.2, hues.lightestBackdrop());
    double chroma = mood.byEnergy(0.05, 0.13) * (0.85 + 0.3 * random.nextDouble());
    var backdrop = new Oklch(lightness, chroma, hues.backdrop(random)).clean(false);
    boolean night = lightness < 0.5;
    double turn = mood.energy() > 0.6 ? 40 + 40 * random.nextDouble() : 18 * random.nextGaussian();
    var shape =
        backdrop
            .lighter(night ? 0.12 : lightness > 0.8 ? -0.08 : 0.1)
            .turned(turn)
            .chroma(chroma * 1.2)
            .clean(false);
    var product =
        new Oklch(hues.productLightness(night, random), hues.productChroma(), hues.product(random))
            .clean(hues.productChroma() > 0.06);
    double secondLightness = product.lightness() + (product.lightness() > 0.62 ? -0.3 : 0.32);
    var second =
        new Oklch(
                secondLightness,
                hues.productChroma() * 0.4,
                product.hue() + 20 * random.nextGaussian())
            .clean(false);
    var other =
        new Oklch(
                Math.clamp(product.lightness() + 0.1 * random.nextGaussian(), 0.3, 0.95),
                hues.productChroma(),
                product.hue() + 90 + 90 * random.nextDouble())
            .clean(hues.productChroma() > 0.06);
    var accent =
        new Oklch(
                night ? 0.8 : 0.66,
                mood.byEnergy(0.13, 0.2),
                backdrop.hue() + 150 + 60 * random.nextDouble())
            .clean(true);
    return new Palette(
        backdrop.color(),
        backdrop.lighter(night ? -0.06 : -0.07).chroma(chroma * 0.9).color(),
        shape.color(),
        product.color(),
        second.color(),
        other.color(),
        accent.color(),
        new Oklch(0.24, 0.03, backdrop.hue()).color(),
        new Oklch(0.97, 0.02, mood.byBrightness(250, 85)).color());
  }

  /** Whether the backdrop is dark. */
  boolean isNight() {
    return backdrop.getRed() * 0.3 + backdrop.getGreen() * 0.59 + backdrop.getBlue() * 0.11 < 105;
  }
}
