package org.yuyin.media.facts;

import java.util.Optional;

/**
 * The key whose profile correlates best with the notes of a piece (Krumhansl, Cognitive Foundations
 * of Musical Pitch, 1990), with the profiles of Sha'ath (Estimation of Key in Digital Music
 * Recordings, 2011), which are Krumhansl's after trials on recordings.
 */
final class KeyEstimator {
  private static final double[] MAJOR = {
    6.6, 2.0, 3.5, 2.3, 4.6, 4.0, 2.5, 5.2, 2.4, 3.7, 2.3, 3.4
  };
  private static final double[] MINOR = {
    6.5, 2.7, 3.5, 5.4, 2.6, 3.5, 2.5, 5.2, 4.0, 2.7, 4.3, 3.2
  };
  private static final double LEAST_FIT = 0.4; // correlation
  // Deviation of the notes' strengths as a part of their mean; noise stays below.
  private static final double LEAST_CONTRAST = 0.17;

  /**
   * The best key; empty where the notes fit none.
   *
   * @param chroma of {@link Chroma}
   */
  Optional<KeyGuess> of(double[] chroma) {
    if (contrast(chroma) < LEAST_CONTRAST) {
      return Optional.empty();
    }
    double best = -1;
    double second = -1;
    var key = new MusicalKey(0, false);
    for (int candidate = 0; candidate < 2 * MusicalKey.NOTES; candidate++) {
      var tried = new MusicalKey(candidate % MusicalKey.NOTES, candidate >= MusicalKey.NOTES);
      double fit = correlation(chroma, tried.minor() ? MINOR : MAJOR, tried.tonic());
      if (fit > best) {
        second = best;
        best = fit;
        key = tried;
      } else {
        second = Math.max(second, fit);
      }
    }
    return best < LEAST_FIT
        ? Optional.empty()
        : Optional.of(new KeyGuess(key, Math.clamp(best - second, 0, 1)));
  }

  private static double contrast(double[] chroma) {
    double mean = mean(chroma);
    double squares = 0;
    for (double note : chroma) {
      squares += (note - mean) * (note - mean);
    }
    return mean > 0 ? Math.sqrt(squares / chroma.length) / mean : 0;
  }

  private static double correlation(double[] chroma, double[] profile, int tonic) {
    double chromaMean = mean(chroma);
    double profileMean = mean(profile);
    double product = 0;
    double chromaSquares = 1e-12;
    double profileSquares = 0;
    for (int step = 0; step < profile.length; step++) {
      double note = chroma[(tonic + step) % profile.length] - chromaMean;
      double weight = profile[step] - profileMean;
      product += note * weight;
      chromaSquares += note * note;
      profileSquares += weight * weight;
    }
    return product / Math.sqrt(chromaSquares * profileSquares);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
