package org.yuyin.feature.sound.emobase;

import static org.yuyin.feature.sound.emobase.Lanes.load;

import java.util.Arrays;

/**
 * The 26 triangles of the mel filterbank as the original rounds them: linear on the mel scale
 * {@code 1127 ln(1 + f/700)}, of peak 1, from 0 Hz up to 8 kHz or half the sample rate. Centres,
 * weights and sums are all in single precision. Immutable.
 */
final class MelFilters {
  static final int BANDS = 26;

  private static final float HIGHEST_HZ = 8000;

  /** For each bin the band it falls in, -1 below the first; the next band is where it rises. */
  private final int[] falling;

  /** For each bin its weight in the falling band; what is left of it goes to the rising one. */
  private final float[] weight;

  MelFilters(Framing framing) {
    int transform = framing.shortTransform();
    double seconds = framing.shortTransformSeconds();
    float binHz = (float) (1 / seconds);
    float highHz = Math.min(HIGHEST_HZ, (float) (transform / seconds) / 2);
    // The bin next to the upper edge is left out even where it lies below the edge.
    int end = (int) Math.min(Math.round((double) (highHz / binHz)), transform / 2 + 1L);
    float spacing = mel(highHz) / (BANDS + 1);
    falling = new int[end];
    weight = new float[end];
    for (int bin = 1, left = 0; bin < end; bin++) {
      float mel = mel(bin * binHz);
      while (left < BANDS && mel > (left + 1) * spacing) {
        left++;
      }
      float right = (left + 1) * spacing;
      falling[bin] = left - 1;
      weight[bin] = (right - mel) / (right - left * spacing);
    }
  }

  private static float mel(float hertz) {
    return (float) (1127 * StrictMath.log(1 + hertz / 700.0));
  }

  /**
   * Sums the power under each triangle; bin 0 counts nowhere.
   *
   * @param power (bins, lanes)
   * @param bands filled with (26, lanes)
   */
  void apply(float[] power, float[] bands) {
    Arrays.fill(bands, 0f);
    for (int bin = 1; bin < weight.length; bin++) {
      var whole = load(power, bin * Lanes.COUNT);
      var part = whole.mul(weight[bin]);
      int below = falling[bin] * Lanes.COUNT;
      if (below >= 0) {
        load(bands, below).add(part).intoArray(bands, below);
      }
      int above = below + Lanes.COUNT;
      if (above < bands.length) {
        load(bands, above).add(whole.sub(part)).intoArray(bands, above);
      }
    }
  }
}
