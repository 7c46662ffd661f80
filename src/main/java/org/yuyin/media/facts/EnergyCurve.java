package org.yuyin.media.facts;

import java.util.ArrayList;

/** How loud each second is: its root mean square, in dB of full scale. */
final class EnergyCurve {
  /** What silence counts as. */
  static final double FLOOR_DB = -80;

  private EnergyCurve() {}

  /**
   * Levels from {@link #FLOOR_DB} to 0.
   *
   * @param samples in [-1, 1]
   */
  static Curve of(float[] samples, int sampleRateHz) {
    var levels = new ArrayList<Float>();
    for (int from = 0; from < samples.length; from += sampleRateHz) {
      int to = Math.min(samples.length, from + sampleRateHz);
      double squares = 0;
      for (int i = from; i < to; i++) {
        squares += samples[i] * samples[i];
      }
      double decibels = 10 * Math.log10(squares / (to - from) + 1e-12);
      levels.add((float) Math.max(FLOOR_DB, decibels));
    }
    return new Curve(levels);
  }
}
