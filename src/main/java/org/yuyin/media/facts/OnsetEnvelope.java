package org.yuyin.media.facts;

import org.yuyin.media.LogBands;
import org.yuyin.media.ShortTimeSpectrum;

/**
 * How much new sound begins at each moment: the rise of the level in bands that are equally wide on
 * a logarithmic scale, 64 times a second (Ellis, Beat Tracking by Dynamic Programming, 2007).
 */
final class OnsetEnvelope {
  static final int SAMPLE_RATE_HZ = 16_000;
  static final double FRAMES_PER_SECOND = 64;

  private static final int WINDOW = 1024;
  private static final int HOP = 250;
  private static final int BANDS = 32;
  private static final int LOWEST_BIN = 3; // 47 Hz
  // What lies 60 dB below the loudest band cannot be heard beside it.
  private static final double AUDIBLE_SHARE = 1e-6;
  private static final double SILENCE = 1e-9;

  private OnsetEnvelope() {}

  /**
   * Mean rise over the bands, in dB for each frame.
   *
   * @param samples at {@link #SAMPLE_RATE_HZ}
   */
  static double[] of(float[] samples) {
    var power = new ShortTimeSpectrum(WINDOW, HOP).of(samples);
    var bands = new LogBands(BANDS, LOWEST_BIN, WINDOW / 2);
    var levels = new double[power.length][];
    double loudest = 0;
    for (int t = 0; t < power.length; t++) {
      levels[t] = bands.sums(power[t]);
      for (double band : levels[t]) {
        loudest = Math.max(loudest, band);
      }
    }
    return rises(levels, Math.max(SILENCE, loudest * AUDIBLE_SHARE));
  }

  private static double[] rises(double[][] levels, double floor) {
    var rises = new double[levels.length];
    for (int t = 1; t < levels.length; t++) {
      for (int band = 0; band < BANDS; band++) {
        double rise = decibel(levels[t][band] + floor) - decibel(levels[t - 1][band] + floor);
        rises[t] += Math.max(0, rise) / BANDS;
      }
    }
    return rises;
  }

  private static double decibel(double power) {
    return 10 * Math.log10(power);
  }
}
