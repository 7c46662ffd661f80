package org.yuyin.feature.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much detail, in which directions and where: Sobel gradients of the brightness, their strength
 * over the whole and by field, and the share of it in 8 directions.
 */
final class EdgeEnergy implements PictureStatistic {
  private static final int DIRECTIONS = 8;

  @Override
  public List<String> columns() {
    var names = new ArrayList<>(List.of("edge_mean", "edge_deviation"));
    IntStream.range(0, DIRECTIONS)
        .forEach(direction -> names.add("edge_direction[%d]".formatted(direction)));
    names.addAll(Grid.columns("edge"));
    return names;
  }

  @Override
  public float[] of(Picture picture, Picture before) {
    int side = picture.side();
    var strength = new float[side * side];
    var directions = new float[DIRECTIONS];
    double total = 0;
    for (int y = 1; y < side - 1; y++) {
      for (int x = 1; x < side - 1; x++) {
        double right = slope(picture.luma(), y * side + x, side, 1);
        double down = slope(picture.luma(), y * side + x, 1, side);
        double gradient = Math.hypot(right, down) / 4;
        strength[y * side + x] = (float) gradient;
        directions[direction(right, down)] += (float) gradient;
        total += gradient;
      }
    }
    for (int direction = 0; direction < DIRECTIONS && total > 0; direction++) {
      directions[direction] /= (float) total;
    }
    var whole = Moments.over(strength.length, pixel -> strength[pixel]);
    return Rows.joined(
        new float[] {(float) whole.mean(), (float) whole.deviation()},
        directions,
        Grid.means(side, pixel -> strength[pixel]));
  }

  /** Sobel: 1 2 1 across, the difference of two steps along. */
  private static double slope(float[] luma, int at, int across, int along) {
    return luma[at + along - across]
        - luma[at - along - across]
        + 2 * (luma[at + along] - luma[at - along])
        + luma[at + along + across]
        - luma[at - along + across];
  }

  /** Opposite gradients belong to one direction of edge. */
  private static int direction(double right, double down) {
    double half = (Math.atan2(down, right) + Math.PI) % Math.PI / Math.PI;
    return (int) (half * DIRECTIONS + 0.5) % DIRECTIONS;
  }
}
