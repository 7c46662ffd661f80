package org.yuyin.feature.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Brightness and saturation, over the whole and by field; warmth (red less blue); and colourfulness
 * after Hasler and Süsstrunk, "Measuring colourfulness in natural images", 2003.
 */
final class LightAndColour implements PictureStatistic {
  private static final float DARK = 0.2f;
  private static final float BRIGHT = 0.8f;

  @Override
  public List<String> columns() {
    var names =
        new ArrayList<>(
            List.of(
                "luma_mean",
                "luma_deviation",
                "dark_share",
                "bright_share",
                "saturation_mean",
                "saturation_deviation",
                "warmth",
                "colourfulness"));
    names.addAll(Grid.columns("luma"));
    names.addAll(Grid.columns("saturation"));
    return names;
  }

  @Override
  public float[] of(Picture picture, Picture before) {
    int pixels = picture.pixels();
    var luma = Moments.over(pixels, pixel -> picture.luma()[pixel]);
    var saturation = Moments.over(pixels, pixel -> picture.saturation()[pixel]);
    return Rows.joined(
        new float[] {
          (float) luma.mean(),
          (float) luma.deviation(),
          share(picture, 0, DARK),
          share(picture, BRIGHT, 2),
          (float) saturation.mean(),
          (float) saturation.deviation(),
          (float) Moments.over(pixels, pixel -> warmth(picture, pixel)).mean(),
          (float) colourfulness(picture)
        },
        Grid.means(picture.side(), pixel -> picture.luma()[pixel]),
        Grid.means(picture.side(), pixel -> picture.saturation()[pixel]));
  }

  private static float share(Picture picture, float from, float below) {
    long count =
        IntStream.range(0, picture.pixels())
            .filter(pixel -> picture.luma()[pixel] >= from && picture.luma()[pixel] < below)
            .count();
    return (float) count / picture.pixels();
  }

  private static double warmth(Picture picture, int pixel) {
    return picture.red()[pixel] - picture.blue()[pixel];
  }

  private static double colourfulness(Picture picture) {
    var redGreen =
        Moments.over(picture.pixels(), pixel -> picture.red()[pixel] - picture.green()[pixel]);
    var yellowBlue =
        Moments.over(
            picture.pixels(),
            pixel -> (picture.red()[pixel] + picture.green()[pixel]) / 2 - picture.blue()[pixel]);
    return Math.hypot(redGreen.deviation(), yellowBlue.deviation())
        + 0.3 * Math.hypot(redGreen.mean(), yellowBlue.mean());
  }
}
