package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;

/**
 * Colours by lightness, chroma and hue in Oklab (Björn Ottosson, "A perceptual color space for
 * image processing", 2020), so that equal lightness looks equally light in every hue.
 *
 * @param lightness 0 black to 1 white
 * @param chroma 0 grey to about 0.3
 * @param hue degrees; 30 red, 90 yellow, 145 green, 230 cyan-blue, 265 blue, 330 magenta
 */
record Oklch(double lightness, double chroma, double hue) {
  /** The nearest colour a screen shows: chroma is lowered until it fits. */
  Color color() {
    double fitting = chroma;
    double[] linear = linear(fitting);
    while (fitting > 0.002 && !inGamut(linear)) {
      fitting *= 0.94;
      linear = linear(fitting);
    }
    return new Color(encoded(linear[0]), encoded(linear[1]), encoded(linear[2]));
  }

  Oklch lighter(double by) {
    return new Oklch(Math.clamp(lightness + by, 0, 1), chroma, hue);
  }

  Oklch chroma(double other) {
    return new Oklch(lightness, other, hue);
  }

  Oklch turned(double degrees) {
    return new Oklch(lightness, chroma, hue + degrees);
  }

  /**
   * The same colour out of the muddy corner: dark yellows are olive and dark oranges brown, so
   * there the hue moves on to wine red or deep green, or the colour is taken lighter.
   */
  Oklch clean(boolean keepHue) {
    double angle = (hue % 360 + 360) % 360;
    if (lightness > 0.74 || angle < 48 || angle > 140) {
      return this;
    }
    if (keepHue) {
      return new Oklch(0.8, Math.min(chroma, 0.14), hue);
    }
    return new Oklch(lightness, chroma * 0.8, angle < 92 ? 28 : 168);
  }

  private double[] linear(double usedChroma) {
    double a = usedChroma * Math.cos(Math.toRadians(hue));
    double b = usedChroma * Math.sin(Math.toRadians(hue));
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new double[] {
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    };
  }

  private static boolean inGamut(double[] linear) {
    for (double channel : linear) {
      if (channel < -0.001 || channel > 1.001) {
        return false;
      }
    }
    return true;
  }

  private static float encoded(double linear) {
    double value = Math.clamp(linear, 0, 1);
    return (float) (value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055);
  }

  private static double cube(double value) {
    return value * value * value;
  }
}
