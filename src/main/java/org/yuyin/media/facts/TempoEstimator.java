package org.yuyin.media.facts;

import java.util.Optional;

/**
 * Finds the beat as the lag at which the onsets repeat: their autocorrelation, weighted by how
 * usual a tempo is (a log-normal curve around 120 BPM), supported by what repeats at twice and
 * three times the lag (Ellis, Beat Tracking by Dynamic Programming, J. New Music Research 2007).
 */
final class TempoEstimator {
  private static final double USUAL_BPM = 120;
  private static final double OCTAVES = 0.7; // standard deviation of the prior
  private static final double SLOWEST_BPM = 40;
  private static final double FASTEST_BPM = 220;
  private static final double SHORTEST_SECONDS = 3;
  private static final double SMOOTHING_SECONDS = 0.02;
  private static final double MEAN_SECONDS = 1; // the level that an onset must stand out from
  // Chosen on composed pieces, as was OCTAVES.
  private static final double DUPLE = 0.25;
  private static final double TRIPLE = 0.33;
  private static final double LEAST_CLARITY = 0.1;

  /**
   * The tempo; empty when the sound is too short or nothing repeats.
   *
   * @param onsets of {@link OnsetEnvelope}
   */
  Optional<Tempo> of(double[] onsets) {
    double rate = OnsetEnvelope.FRAMES_PER_SECOND;
    if (onsets.length < SHORTEST_SECONDS * rate) {
      return Optional.empty();
    }
    var correlation = autocorrelation(standingOut(onsets), lag(SLOWEST_BPM) * 3 + 2);
    int best = 0;
    double bestScore = 0;
    for (int lag = lag(FASTEST_BPM); lag <= lag(SLOWEST_BPM); lag++) {
      double score = prior(lag) * supported(correlation, lag);
      if (score > bestScore) {
        bestScore = score;
        best = lag;
      }
    }
    if (best == 0 || correlation[best] < LEAST_CLARITY) {
      return Optional.empty();
    }
    return Optional.of(
        new Tempo(60 * rate / refined(correlation, best), Math.min(1, correlation[best])));
  }

  private static int lag(double bpm) {
    return (int) Math.round(60 * OnsetEnvelope.FRAMES_PER_SECOND / bpm);
  }

  private static double prior(int lag) {
    double octaves =
        Math.log(60 * OnsetEnvelope.FRAMES_PER_SECOND / lag / USUAL_BPM) / Math.log(2) / OCTAVES;
    return Math.exp(-octaves * octaves / 2);
  }

  /** Smoothed a little, less the mean around, so that only onsets count and not loudness. */
  private static double[] standingOut(double[] onsets) {
    var smooth = Smoothing.gaussian(onsets, SMOOTHING_SECONDS * OnsetEnvelope.FRAMES_PER_SECOND);
    var mean = Smoothing.gaussian(onsets, MEAN_SECONDS * OnsetEnvelope.FRAMES_PER_SECOND);
    for (int t = 0; t < smooth.length; t++) {
      smooth[t] = Math.max(0, smooth[t] - mean[t]);
    }
    return smooth;
  }

  /** Correlation of each lag with mean and length taken out: 1 at lag 0. */
  private static double[] autocorrelation(double[] series, int lags) {
    double mean = 0;
    for (double value : series) {
      mean += value / series.length;
    }
    var correlation = new double[lags];
    for (int lag = 0; lag < Math.min(lags, series.length / 2); lag++) {
      for (int t = 0; t + lag < series.length; t++) {
        correlation[lag] += (series[t] - mean) * (series[t + lag] - mean);
      }
      correlation[lag] /= series.length - lag;
    }
    double energy = correlation[0] + 1e-12;
    for (int lag = 0; lag < lags; lag++) {
      correlation[lag] /= energy;
    }
    return correlation;
  }

  /** A beat comes back after two and three beats as well; whichever metre fits better counts. */
  private static double supported(double[] correlation, int lag) {
    double twice = around(correlation, 2 * lag);
    double thrice = around(correlation, 3 * lag);
    return correlation[lag] + Math.max(DUPLE * twice, TRIPLE * (thrice + twice / 2));
  }

  private static double around(double[] values, int at) {
    return Math.max(values[at], Math.max(values[at - 1], values[at + 1]));
  }

  /** The place of the peak between frames: the top of the parabola through three values. */
  private static double refined(double[] values, int at) {
    double left = values[at - 1];
    double right = values[at + 1];
    double bend = left - 2 * values[at] + right;
    return bend >= 0 ? at : at + Math.clamp(0.5 * (left - right) / bend, -0.5, 0.5);
  }
}
