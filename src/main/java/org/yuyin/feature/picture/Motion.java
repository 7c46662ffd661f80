package org.yuyin.feature.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * How much changed since the frame before: brightness differences over the whole and by field, the
 * share of pixels that changed clearly, and how far the colours moved (half the sum of the
 * histogram differences: 0 the same colours, 1 none in common, as at a cut).
 */
final class Motion implements PictureStatistic {
  private static final double CLEARLY = 0.1;

  @Override
  public List<String> columns() {
    var names =
        new ArrayList<>(
            List.of("motion_mean", "motion_deviation", "motion_share", "colour_change"));
    names.addAll(Grid.columns("motion"));
    return names;
  }

  @Override
  public float[] of(Picture picture, Picture before) {
    var difference = Moments.over(picture.pixels(), pixel -> change(picture, before, pixel));
    var changed =
        Moments.over(picture.pixels(), pixel -> change(picture, before, pixel) > CLEARLY ? 1 : 0);
    return Rows.joined(
        new float[] {
          (float) difference.mean(),
          (float) difference.deviation(),
          (float) changed.mean(),
          colourChange(picture, before)
        },
        Grid.means(picture.side(), pixel -> change(picture, before, pixel)));
  }

  private static double change(Picture picture, Picture before, int pixel) {
    return Math.abs(picture.luma()[pixel] - before.luma()[pixel]);
  }

  private static float colourChange(Picture picture, Picture before) {
    var now = ColourHistogram.shares(picture);
    var then = ColourHistogram.shares(before);
    double sum = 0;
    for (int bin = 0; bin < now.length; bin++) {
      sum += Math.abs(now[bin] - then[bin]);
    }
    return (float) (sum / 2);
  }
}
