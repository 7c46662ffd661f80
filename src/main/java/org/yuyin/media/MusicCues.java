package org.yuyin.media;

import java.util.Arrays;

/**
 * What tells music from speech and noise, measured every quarter of a second over the second before
 * and the second after. Silent frames are left out of each measure, so that a short piece of music
 * beside silence looks like music.
 *
 * <p>Music holds its pitches: partials stand still as horizontal lines of the spectrogram (the
 * continuous frequency activation of Seyerlehner et al., DAFx 2007), its level rarely drops and its
 * onsets repeat. Speech glides, alternates voiced and unvoiced sounds and pauses at a rate of about
 * 4 syllables a second (Scheirer and Slaney, ICASSP 1997).
 */
final class MusicCues {
  static final int STEPS_PER_SECOND = 4;
  static final String[] NAMES = {
    "held partials",
    "longest partials",
    "partials kept for 1/4 s",
    "partials kept for 1/2 s",
    "frames of low energy",
    "depth of the pauses",
    "spread of the level",
    "modulation at 4 Hz",
    "change of the spectrum",
    "spread of the change",
    "spread of the centroid",
    "centroid",
    "bass",
    "beat",
    "flatness",
    "spread of the flatness",
    "modulation at 1 Hz",
  };
  static final int COUNT = NAMES.length;

  /** A frame below this level, in dB of full scale, is silent: below what anyone would hear. */
  static final double SILENCE_DB = -60;

  private static final int STEP_FRAMES = 16;
  private static final int REACH = 64; // 1 s to each side
  private static final int BEAT_REACH = 128; // 2 s to each side
  private static final int LOWEST_BIN = 6; // 94 Hz
  private static final int HIGHEST_BIN = 320; // 5 kHz
  private static final int NEIGHBOURS = 8; // bins to each side that a partial must stand out from
  private static final double PARTIAL_DB = 5;
  private static final int BANDS = 24;
  private static final double FLOOR_DB = -100;
  // Added to every band (-65 dB), so that what goes on below hearing is no change.
  private static final double INAUDIBLE = 3e-7;

  private final int frames;
  private final double[] levelDb;
  private final boolean[] silent;
  private final boolean[][] partial;
  private final float[][] bandDb;
  private final double[] change;
  private final double[] centroid;
  private final double[] bass;
  private final double[] flatness;

  /**
   * @param samples 16 kHz mono in [-1, 1]
   */
  MusicCues(float[] samples) {
    var power = new ShortTimeSpectrum().of(samples);
    frames = power.length;
    levelDb = levels(samples, frames);
    silent = new boolean[frames];
    partial = new boolean[frames][];
    bandDb = new float[frames][BANDS];
    change = new double[frames];
    centroid = new double[frames];
    bass = new double[frames];
    flatness = new double[frames];
    for (int t = 0; t < frames; t++) {
      silent[t] = levelDb[t] < SILENCE_DB;
      describe(t, power[t]);
    }
  }

  /** Steps of a quarter of a second (16 frames) that cover the sound. */
  int steps() {
    return (frames + STEP_FRAMES - 1) / STEP_FRAMES;
  }

  /** Whether nothing is heard in a step. */
  boolean isSilent(int step) {
    int from = step * STEP_FRAMES;
    int to = Math.min(frames, from + STEP_FRAMES);
    for (int t = from; t < to; t++) {
      if (!silent[t]) {
        return false;
      }
    }
    return true;
  }

  /** The cues of one step, in the order of {@link #NAMES}; each of the order of 1. */
  double[] at(int step) {
    int centre = Math.min(frames - 1, step * STEP_FRAMES + STEP_FRAMES / 2);
    int[] heard = heard(centre, REACH);
    if (heard.length < 4) {
      return new double[COUNT];
    }
    var cues = new double[COUNT];
    partials(heard, cues);
    energy(heard, cues);
    cues[7] = modulation(heard, 3, 6);
    cues[16] = modulation(heard, 0.5, 2);
    cues[8] = mean(change, heard);
    cues[9] = spread(change, heard);
    cues[10] = spread(centroid, heard);
    cues[11] = mean(centroid, heard);
    cues[12] = mean(bass, heard);
    cues[13] = beat(centre);
    cues[14] = mean(flatness, heard);
    cues[15] = spread(flatness, heard);
    return cues;
  }

  private static double[] levels(float[] samples, int frames) {
    var levels = new double[frames];
    for (int t = 0; t < frames; t++) {
      int from = Math.max(0, t * ShortTimeSpectrum.HOP - ShortTimeSpectrum.HOP / 2);
      int to = Math.min(samples.length, from + 2 * ShortTimeSpectrum.HOP);
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += samples[i] * samples[i];
      }
      levels[t] = decibel(sum / Math.max(1, to - from));
    }
    return levels;
  }

  private static double decibel(double power) {
    return Math.max(FLOOR_DB, 10 * Math.log10(power + 1e-12));
  }

  private void describe(int t, float[] power) {
    var db = new float[power.length];
    double sum = 0;
    double weighted = 0;
    double low = 0;
    double logs = 0;
    for (int bin = 1; bin < power.length; bin++) {
      db[bin] = (float) decibel(power[bin]);
      sum += power[bin];
      weighted += power[bin] * Math.log(bin);
      logs += Math.log(power[bin] + 1e-12);
      if (bin < 10) {
        low += power[bin];
      }
    }
    sum += 1e-12;
    centroid[t] = weighted / sum;
    bass[t] = low / sum;
    flatness[t] = (logs / power.length - Math.log(sum / power.length)) / 5;
    partial[t] = standingOut(db);
    bands(power, bandDb[t]);
    if (t > 0) {
      double difference = 0;
      for (int band = 0; band < BANDS; band++) {
        difference += Math.abs(bandDb[t][band] - bandDb[t - 1][band]);
      }
      change[t] = difference / BANDS / 5;
    }
  }

  /** Which bins rise above the mean of their neighbours: the lines of tones. */
  private static boolean[] standingOut(float[] db) {
    var out = new boolean[HIGHEST_BIN];
    double sum = 0;
    for (int bin = 0; bin < LOWEST_BIN + NEIGHBOURS; bin++) {
      sum += db[bin];
    }
    int count = LOWEST_BIN + NEIGHBOURS;
    for (int bin = LOWEST_BIN; bin < HIGHEST_BIN; bin++) {
      sum += db[bin + NEIGHBOURS];
      count++;
      if (bin - NEIGHBOURS - 1 >= 0) {
        sum -= db[bin - NEIGHBOURS - 1];
        count--;
      }
      boolean top = db[bin] >= db[bin - 1] && db[bin] >= db[bin + 1];
      out[bin] = top && db[bin] - sum / count > PARTIAL_DB && db[bin] > FLOOR_DB + 10;
    }
    return out;
  }

  // Bands equally wide on the Bark-like scale from 60 Hz to 8 kHz.
  private static void bands(float[] power, float[] bandDb) {
    var sums = new double[BANDS];
    for (int bin = 4; bin < power.length; bin++) {
      double place = Math.log(bin / 4.0) / Math.log(power.length / 4.0);
      sums[Math.min(BANDS - 1, (int) (place * BANDS))] += power[bin];
    }
    for (int band = 0; band < BANDS; band++) {
      bandDb[band] = (float) (10 * Math.log10(sums[band] + INAUDIBLE));
    }
  }

  private int[] heard(int centre, int reach) {
    var heard = new int[2 * reach + 1];
    int count = 0;
    for (int t = Math.max(0, centre - reach); t < Math.min(frames, centre + reach + 1); t++) {
      if (!silent[t]) {
        heard[count++] = t;
      }
    }
    return Arrays.copyOf(heard, count);
  }

  private void partials(int[] heard, double[] cues) {
    var held = new double[HIGHEST_BIN];
    for (int t : heard) {
      for (int bin = LOWEST_BIN; bin < HIGHEST_BIN; bin++) {
        if (partial[t][bin]) {
          held[bin] += 1.0 / heard.length;
        }
      }
    }
    var sorted = new double[HIGHEST_BIN];
    double sum = 0;
    for (int bin = LOWEST_BIN; bin < HIGHEST_BIN - 1; bin++) {
      double share = held[bin];
      sum += share * share;
      sorted[bin] = held[bin - 1] < share && share >= held[bin + 1] ? share : 0;
    }
    Arrays.sort(sorted);
    double longest = 0;
    for (int i = 1; i <= 5; i++) {
      longest += sorted[HIGHEST_BIN - i];
    }
    cues[0] = Math.sqrt(sum);
    cues[1] = longest;
    cues[2] = kept(heard, 16);
    cues[3] = kept(heard, 32);
  }

  /** Share of the partials that are still there, in the same bin or the next, some frames later. */
  private double kept(int[] heard, int later) {
    int all = 0;
    int kept = 0;
    for (int t : heard) {
      int then = t + later;
      if (then > heard[heard.length - 1] || silent[then]) {
        continue;
      }
      for (int bin = LOWEST_BIN; bin < HIGHEST_BIN - 1; bin++) {
        if (partial[t][bin]) {
          all++;
          kept += partial[then][bin] || partial[then][bin - 1] || partial[then][bin + 1] ? 1 : 0;
        }
      }
    }
    return all == 0 ? 0 : (double) kept / all;
  }

  private void energy(int[] heard, double[] cues) {
    double mean = 0;
    var sorted = new double[heard.length];
    for (int i = 0; i < heard.length; i++) {
      sorted[i] = levelDb[heard[i]];
      mean += Math.pow(10, sorted[i] / 10) / heard.length;
    }
    double meanDb = 10 * Math.log10(mean);
    int low = 0;
    for (double level : sorted) {
      low += level < meanDb - 6 ? 1 : 0;
    }
    Arrays.sort(sorted);
    cues[4] = (double) low / heard.length;
    cues[5] = (meanDb - sorted[heard.length / 10]) / 20;
    cues[6] = spread(levelDb, heard) / 10;
  }

  /** Share of the bands' level changes that happen at these rates, in Hz. */
  private double modulation(int[] heard, double fromHz, double toHz) {
    double inside = 0;
    double all = 1e-9;
    var series = new double[heard.length];
    for (int band = 2; band < BANDS; band += 2) {
      double mean = 0;
      for (int i = 0; i < series.length; i++) {
        series[i] = bandDb[heard[i]][band];
        mean += series[i] / series.length;
      }
      for (int i = 0; i < series.length; i++) {
        series[i] -= mean;
        all += series[i] * series[i];
      }
      for (double hertz = fromHz; hertz <= toHz; hertz += 0.5) {
        inside += power(series, hertz / ShortTimeSpectrum.FRAMES_PER_SECOND);
      }
    }
    return inside / all;
  }

  /** Power of one frequency (in cycles a sample), scaled to sum up to the series' energy. */
  private static double power(double[] series, double frequency) {
    double re = 0;
    double im = 0;
    double stepCos = Math.cos(2 * Math.PI * frequency);
    double stepSin = Math.sin(2 * Math.PI * frequency);
    double cos = 1;
    double sin = 0;
    for (double value : series) {
      re += value * cos;
      im += value * sin;
      double next = cos * stepCos - sin * stepSin;
      sin = sin * stepCos + cos * stepSin;
      cos = next;
    }
    return 2 * (re * re + im * im) / series.length;
  }

  /** The highest autocorrelation of the spectrum's changes at 0.2 to 1 s, over 4 s. */
  private double beat(int centre) {
    int from = Math.max(1, centre - BEAT_REACH);
    int to = Math.min(frames, centre + BEAT_REACH);
    double mean = 0;
    for (int t = from; t < to; t++) {
      mean += change[t] / (to - from);
    }
    double energy = 1e-9;
    for (int t = from; t < to; t++) {
      energy += (change[t] - mean) * (change[t] - mean);
    }
    double best = 0;
    for (int lag = 13; lag <= 64 && from + lag < to; lag++) {
      double sum = 0;
      for (int t = from; t + lag < to; t++) {
        sum += (change[t] - mean) * (change[t + lag] - mean);
      }
      best = Math.max(best, sum / energy);
    }
    return best;
  }

  private static double mean(double[] values, int[] at) {
    double sum = 0;
    for (int t : at) {
      sum += values[t];
    }
    return sum / at.length;
  }

  private static double spread(double[] values, int[] at) {
    double mean = mean(values, at);
    double sum = 0;
    for (int t : at) {
      sum += (values[t] - mean) * (values[t] - mean);
    }
    return Math.sqrt(sum / at.length);
  }
}
