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
    "tones of the mean spectrum",
    "steps of the spectrum",
    "slow changes of the bands",
    "pulse",
  };
  static final int COUNT = NAMES.length;

  /** A frame below this level, in dB of full scale, is silent: below what anyone would hear. */
  static final double SILENCE_DB = -60;

  private static final int SPREAD_OF_THE_CENTROID = 10;
  // In the natural logarithm of the frequency: 1.2 %. The stillest of 300 clips of music and drums
  // has 1.4 %.
  private static final double STEADIEST = 0.012;

  private static final int STEP_FRAMES = 16;
  private static final int REACH = 64; // 1 s to each side
  private static final int BEAT_REACH = 128; // 2 s to each side
  private static final int BEAT_LONGEST = 64; // 1 s
  private static final int PULSE_REACH = 256; // 4 s to each side
  private static final int PULSE_LONGEST = 128; // 2 s: half a bar
  private static final int SHORTEST_BEAT = 13; // 0.2 s
  private static final int LOWEST_BIN = 6; // 94 Hz
  private static final int HIGHEST_BIN = 320; // 5 kHz
  private static final int NEIGHBOURS = 8; // bins to each side that a partial must stand out from
  private static final double PARTIAL_DB = 5;
  private static final int AROUND_STEPS = 6; // 1.5 s to each side
  private static final int BANDS = 24;
  private static final double FLOOR_DB = -100;
  // Added to every band (-65 dB), so that what goes on below hearing is no change.
  private static final double INAUDIBLE = 3e-7;

  /** What cues are measured on, in samples a second. */
  static final int SAMPLE_RATE_HZ = 16_000;

  private static final int WINDOW = 1024; // 64 ms: bins of 15.6 Hz
  private static final int HOP = 250;
  private static final double FRAMES_PER_SECOND = (double) SAMPLE_RATE_HZ / HOP;
  // From 60 Hz to 8 kHz, equally wide on the Bark-like scale.
  private static final LogBands LOG_BANDS = new LogBands(BANDS, 4, WINDOW / 2);

  private final int frames;
  private final double[] levelDb;
  private final boolean[] silent;
  private final boolean[][] partial;
  private final float[][] bandDb;
  private final double[] change;
  private final double[] centroid;
  private final double[] bass;
  private final double[] flatness;
  // Mean level of each bin in each step, in dB: (steps, bins that may hold partials).
  private final float[][] stepDb;

  /**
   * @param samples 16 kHz mono in [-1, 1]
   */
  MusicCues(float[] samples) {
    var power = new ShortTimeSpectrum(WINDOW, HOP).of(samples);
    frames = power.length;
    levelDb = levels(samples, frames);
    silent = new boolean[frames];
    partial = new boolean[frames][];
    bandDb = new float[frames][BANDS];
    change = new double[frames];
    centroid = new double[frames];
    bass = new double[frames];
    flatness = new double[frames];
    stepDb = new float[steps()][HIGHEST_BIN];
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

  /**
   * Whether nothing moves over the 2 s around a step: a hum, a beep, a fan. Music keeps its middle
   * frequency nowhere near that still.
   *
   * @param cues of {@link #at}
   */
  static boolean isSteady(double[] cues) {
    return cues[SPREAD_OF_THE_CENTROID] < STEADIEST;
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
    cues[SPREAD_OF_THE_CENTROID] = spread(centroid, heard);
    cues[11] = mean(centroid, heard);
    cues[12] = mean(bass, heard);
    cues[13] = repetition(centre, BEAT_REACH, BEAT_LONGEST);
    cues[14] = mean(flatness, heard);
    cues[15] = spread(flatness, heard);
    cues[17] = tonesOfTheMean(step);
    cues[18] = stepsOfTheSpectrum(step);
    cues[19] = slowChanges(step);
    cues[20] = repetition(centre, PULSE_REACH, PULSE_LONGEST);
    return cues;
  }

  private static double[] levels(float[] samples, int frames) {
    var levels = new double[frames];
    for (int t = 0; t < frames; t++) {
      int from = Math.max(0, t * HOP - HOP / 2);
      int to = Math.min(samples.length, from + 2 * HOP);
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
    addToStep(t, db);
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

  private static void bands(float[] power, float[] bandDb) {
    var sums = LOG_BANDS.sums(power);
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
        inside += power(series, hertz / FRAMES_PER_SECOND);
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

  /** The highest autocorrelation of the spectrum's changes from 0.2 s on. */
  private double repetition(int centre, int reach, int longest) {
    int from = Math.max(1, centre - reach);
    int to = Math.min(frames, centre + reach);
    double mean = 0;
    for (int t = from; t < to; t++) {
      mean += change[t] / (to - from);
    }
    double energy = 1e-9;
    for (int t = from; t < to; t++) {
      energy += (change[t] - mean) * (change[t] - mean);
    }
    double best = 0;
    for (int lag = SHORTEST_BEAT; lag <= longest && from + lag < to; lag++) {
      double sum = 0;
      for (int t = from; t + lag < to; t++) {
        sum += (change[t] - mean) * (change[t + lag] - mean);
      }
      best = Math.max(best, sum / energy);
    }
    return best;
  }

  private void addToStep(int t, float[] db) {
    int step = t / STEP_FRAMES;
    int length = Math.min(frames, (step + 1) * STEP_FRAMES) - step * STEP_FRAMES;
    for (int bin = LOWEST_BIN; bin < HIGHEST_BIN; bin++) {
      stepDb[step][bin] += db[bin] / length;
    }
  }

  /**
   * How far single bins of the mean over 3 s stand out from their neighbours. Noise averages out to
   * a smooth line, tones stay.
   */
  private double tonesOfTheMean(int step) {
    var mean = meanDb(step - AROUND_STEPS, step + AROUND_STEPS + 1);
    double squares = 0;
    int count = 0;
    for (int bin = LOWEST_BIN + NEIGHBOURS; bin < HIGHEST_BIN - NEIGHBOURS; bin++) {
      double around = 0;
      for (int near = bin - NEIGHBOURS; near <= bin + NEIGHBOURS; near++) {
        around += mean[near] / (2 * NEIGHBOURS + 1);
      }
      squares += (mean[bin] - around) * (mean[bin] - around);
      count++;
    }
    return Math.sqrt(squares / count) / 3;
  }

  /** How much the spectrum after this moment differs in shape from that before: notes change. */
  private double stepsOfTheSpectrum(int step) {
    var before = meanDb(step - AROUND_STEPS, step);
    var after = meanDb(step + 1, step + AROUND_STEPS + 1);
    double level = 0;
    for (int bin = LOWEST_BIN; bin < HIGHEST_BIN; bin++) {
      level += (after[bin] - before[bin]) / (HIGHEST_BIN - LOWEST_BIN);
    }
    double difference = 0;
    for (int bin = LOWEST_BIN; bin < HIGHEST_BIN; bin++) {
      difference += Math.abs(after[bin] - before[bin] - level);
    }
    return difference / (HIGHEST_BIN - LOWEST_BIN) / 5;
  }

  /** Mean level of each bin in the steps in which anything is heard. */
  private double[] meanDb(int from, int to) {
    var mean = new double[HIGHEST_BIN];
    int heard = 0;
    for (int step = Math.max(0, from); step < Math.min(stepDb.length, to); step++) {
      if (!isSilent(step)) {
        heard++;
        for (int bin = LOWEST_BIN; bin < HIGHEST_BIN; bin++) {
          mean[bin] += stepDb[step][bin];
        }
      }
    }
    for (int bin = 0; bin < HIGHEST_BIN; bin++) {
      mean[bin] /= Math.max(1, heard);
    }
    return mean;
  }

  /** Spread of each bin's level over the quarter seconds around; steady noise has hardly any. */
  private double slowChanges(int step) {
    int from = Math.max(0, step - AROUND_STEPS);
    int to = Math.min(stepDb.length, step + AROUND_STEPS + 1);
    double sum = 0;
    for (int bin = LOWEST_BIN; bin < HIGHEST_BIN; bin++) {
      double mean = 0;
      double squares = 0;
      int heard = 0;
      for (int at = from; at < to; at++) {
        if (!isSilent(at)) {
          mean += stepDb[at][bin];
          squares += stepDb[at][bin] * stepDb[at][bin];
          heard++;
        }
      }
      mean /= Math.max(1, heard);
      sum += Math.sqrt(Math.max(0, squares / Math.max(1, heard) - mean * mean));
    }
    return sum / (HIGHEST_BIN - LOWEST_BIN) / 5;
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
