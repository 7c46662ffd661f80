package org.yuyin.feature.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Which colours, and how much of each: 12 hues × 2 saturations × 2 brightnesses for coloured pixels
 * and 4 greys, as the square root of the share of pixels (so that distances are Hellinger's).
 */
final class ColourHistogram implements PictureStatistic {
  private static final int HUES = 12;
  private static final int COLOURED = HUES * 4;
  private static final int GREYS = 4;
  private static final float GREY_BELOW_SATURATION = 0.12f;
  private static final float DARK_BELOW_VALUE = 0.1f;

  @Override
  public List<String> columns() {
    var names = new ArrayList<String>();
    for (int bin = 0; bin < COLOURED; bin++) {
      names.add(
          "hue_%d_%s_%s"
              .formatted(
                  bin / 4 * (360 / HUES),
                  bin / 2 % 2 == 0 ? "pale" : "vivid",
                  bin % 2 == 0 ? "dark" : "bright"));
    }
    for (int grey = 0; grey < GREYS; grey++) {
      names.add("grey_%d".formatted(grey));
    }
    return names;
  }

  @Override
  public float[] of(Picture picture, Picture before) {
    var shares = shares(picture);
    for (int bin = 0; bin < shares.length; bin++) {
      shares[bin] = (float) Math.sqrt(shares[bin]);
    }
    return shares;
  }

  /** Shares of the pixels, which sum to 1. */
  static float[] shares(Picture picture) {
    var shares = new float[COLOURED + GREYS];
    for (int pixel = 0; pixel < picture.pixels(); pixel++) {
      shares[bin(picture, pixel)]++;
    }
    for (int bin = 0; bin < shares.length; bin++) {
      shares[bin] /= picture.pixels();
    }
    return shares;
  }

  private static int bin(Picture picture, int pixel) {
    float saturation = picture.saturation()[pixel];
    float value = picture.value(pixel);
    if (saturation < GREY_BELOW_SATURATION || value < DARK_BELOW_VALUE) {
      return COLOURED + Math.min(GREYS - 1, (int) (value * GREYS));
    }
    // Half a bin on, so that pure red, yellow, green … lie in the middle of theirs.
    int hue = (int) (picture.hue()[pixel] * HUES + 0.5f) % HUES;
    return hue * 4 + (saturation < 0.5f ? 0 : 2) + (value < 0.5f ? 0 : 1);
  }
}
