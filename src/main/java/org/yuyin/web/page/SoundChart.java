package org.yuyin.web.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yuyin.media.facts.Curve;
import org.yuyin.media.facts.SoundCurves;

/**
 * How a sound goes, second by second, as lines in a box of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param level points of its level
 * @param brightness points of its spectral centroid
 */
public record SoundChart(String level, String brightness) {
  /** Width of the box. */
  public static final int WIDTH = 600;

  /** Height of the box. */
  public static final int HEIGHT = 80;

  private static final int MARGIN = 4;

  static SoundChart of(SoundCurves curves) {
    return new SoundChart(points(curves.energyDb()), points(curves.brightnessHz()));
  }

  /** From the curve's lowest value at the foot to its highest at the top. */
  private static String points(Curve curve) {
    List<Float> values = curve.perSecond();
    double least = values.stream().mapToDouble(Float::doubleValue).min().orElse(0);
    double most = values.stream().mapToDouble(Float::doubleValue).max().orElse(1);
    double range = Math.max(1e-9, most - least);
    double step = values.size() < 2 ? 0 : (double) WIDTH / (values.size() - 1);
    return IntStream.range(0, values.size())
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "%.1f,%.1f",
                    i * step,
                    HEIGHT - MARGIN - (values.get(i) - least) / range * (HEIGHT - 2 * MARGIN)))
        .collect(Collectors.joining(" "));
  }
}
