package org.yuyin.media.facts;

import java.util.ArrayList;
import org.yuyin.media.ShortTimeSpectrum;

/**
 * Where the middle of the sound lies in each second: its spectral centroid in Hz, the mean of the
 * frequencies weighted by amplitude (Grey and Gordon 1978: what listeners call bright).
 */
final class BrightnessCurve {
  private static final int WINDOW = 1024;
  private static final int FRAMES_PER_SECOND = 16;
  private static final double SILENCE = 1e-10;

  private BrightnessCurve() {}

  /**
   * Centroids up to half the sample rate; 0 for a silent second.
   *
   * @param samples in [-1, 1]
   */
  static Curve of(float[] samples, int sampleRateHz) {
    var power = new ShortTimeSpectrum(WINDOW, sampleRateHz / FRAMES_PER_SECOND).of(samples);
    double binHz = (double) sampleRateHz / WINDOW;
    var centroids = new ArrayList<Float>();
    for (int from = 0; from < power.length; from += FRAMES_PER_SECOND) {
      double weighted = 0;
      double sum = 0;
      for (int t = from; t < Math.min(power.length, from + FRAMES_PER_SECOND); t++) {
        for (int bin = 1; bin < power[t].length; bin++) {
          double amplitude = power[t][bin] > SILENCE ? Math.sqrt(power[t][bin]) : 0;
          weighted += amplitude * bin * binHz;
          sum += amplitude;
        }
      }
      centroids.add((float) (sum > 0 ? weighted / sum : 0));
    }
    return new Curve(centroids);
  }
}
