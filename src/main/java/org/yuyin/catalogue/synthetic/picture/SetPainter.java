package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.yuyin.catalogue.synthetic.plan.Mood;

/** Paints the sets of one ad, each once, with a podium for one thing or without for several. */
final class SetPainter {
  private record Wanted(Stage stage, boolean podium) {}

  private final Palette palette;
  private final Mood mood;
  private final long seed;
  private final double scale;
  private final Map<Wanted, BufferedImage> painted = new HashMap<>();

  /**
   * @param height of the picture in pixels; sets are a quarter larger
   */
  SetPainter(Palette palette, Mood mood, long seed, int height) {
    this.palette = palette;
    this.mood = mood;
    this.seed = seed;
    this.scale = height / 180.0;
  }

  BufferedImage paint(Stage stage, boolean podium) {
    return painted.computeIfAbsent(new Wanted(stage, podium), this::paint);
  }

  private BufferedImage paint(Wanted wanted) {
    int width = (int) Math.round(400 * scale);
    int height = (int) Math.round(225 * scale);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    var pencil = new Pencil(graphics).moved(width / 2.0, height / 2.0, scale, 0);
    wanted
        .stage()
        .paint(pencil, palette, mood, new SplittableRandom(seed + wanted.stage().ordinal()));
    if (wanted.podium()) {
      wanted.stage().paintPodium(pencil, palette);
    }
    vignette(pencil);
    graphics.dispose();
    return image;
  }

  private static void vignette(Pencil pencil) {
    pencil.glow(
        Pencil.box(0, 0, 420, 240, 0),
        0,
        0,
        250,
        Tint.faint(Color.BLACK, 0),
        Tint.faint(Color.BLACK, 0.26));
  }
}
