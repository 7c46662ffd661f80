package org.yuyin.catalogue.synthetic.picture;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Something drawn once and shown in many frames, with the soft shadow it throws on a wall. */
final class Sprite {
  /** Side of the square that a sprite's drawing fills, in its own units. */
  static final double UNITS = 212;

  private static final int SHADOW_PIXELS = 56;

  private final BufferedImage picture;
  private final BufferedImage shadow;
  private final double foot;

  private Sprite(BufferedImage picture) {
    this.picture = picture;
    this.shadow = blurred(picture);
    this.foot = (double) lowestRow(picture) / picture.getHeight() - 0.5;
  }

  /**
   * @param pixels side of the square picture
   * @param drawing draws around (0, 0), within -106 to 106
   */
  static Sprite of(int pixels, Consumer<Pencil> drawing) {
    var picture = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB_PRE);
    var graphics = picture.createGraphics();
    drawing.accept(new Pencil(graphics).moved(pixels / 2.0, pixels / 2.0, pixels / UNITS, 0));
    graphics.dispose();
    return new Sprite(picture);
  }

  /** How far its lowest point lies below its middle, as a share of its size: at most 0.5. */
  double foot() {
    return foot;
  }

  /**
   * Shows it with its middle at a place.
   *
   * @param size side of the square in the units of the graphics
   * @param turn degrees
   * @param squeeze 1 from the front, 0 edge-on, below 0 mirrored
   */
  void show(Graphics2D graphics, double x, double y, double size, double turn, double squeeze) {
    put(graphics, picture, x, y, size, turn, squeeze);
  }

  void showShadow(Graphics2D graphics, double x, double y, double size, double turn) {
    put(graphics, shadow, x, y, size * 1.25, turn, 1);
  }

  private static void put(
      Graphics2D graphics,
      BufferedImage image,
      double x,
      double y,
      double size,
      double turn,
      double squeeze) {
    var place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(Math.toRadians(turn));
    double scale = size / image.getWidth();
    place.scale(scale * squeeze, scale);
    place.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
    graphics.drawImage(image, place, null);
  }

  private static int lowestRow(BufferedImage picture) {
    for (int y = picture.getHeight() - 1; y > 0; y--) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (picture.getRGB(x, y) >>> 24 > 128) {
          return y;
        }
      }
    }
    return picture.getHeight() / 2;
  }

  /** The silhouette in black, made small, with a rim of a tenth around it, and smoothed. */
  private static BufferedImage blurred(BufferedImage picture) {
    var small = new BufferedImage(SHADOW_PIXELS, SHADOW_PIXELS, BufferedImage.TYPE_INT_ARGB_PRE);
    var graphics = small.createGraphics();
    Pencil.smooth(graphics);
    int rim = SHADOW_PIXELS / 10;
    int inner = SHADOW_PIXELS - 2 * rim;
    graphics.drawImage(
        picture.getScaledInstance(inner, inner, Image.SCALE_AREA_AVERAGING), rim, rim, null);
    graphics.dispose();
    var alpha = new float[SHADOW_PIXELS * SHADOW_PIXELS];
    for (int at = 0; at < alpha.length; at++) {
      alpha[at] = small.getRGB(at % SHADOW_PIXELS, at / SHADOW_PIXELS) >>> 24;
    }
    for (int pass = 0; pass < 3; pass++) {
      alpha = averaged(averaged(alpha, 1), SHADOW_PIXELS);
    }
    var shadow = new BufferedImage(SHADOW_PIXELS, SHADOW_PIXELS, BufferedImage.TYPE_INT_ARGB_PRE);
    for (int at = 0; at < alpha.length; at++) {
      shadow.setRGB(at % SHADOW_PIXELS, at / SHADOW_PIXELS, (int) (alpha[at] * 0.3) << 24);
    }
    return shadow;
  }

  private static float[] averaged(float[] values, int step) {
    var result = new float[values.length];
    for (int at = 0; at < values.length; at++) {
      float sum = 0;
      for (int offset = -1; offset <= 1; offset++) {
        int neighbour = at + offset * step;
        sum += neighbour >= 0 && neighbour < values.length ? values[neighbour] : 0;
      }
      result[at] = sum / 3;
    }
    return result;
  }
}
