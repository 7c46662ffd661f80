package org.yuyin.media.facts;

import org.yuyin.media.ShortTimeSpectrum;

/**
 * How strong each of the twelve notes is, whatever its octave: the peaks of long spectra, each at
 * its exact frequency, after the piece's own tuning (Gómez, Tonal Description of Polyphonic Audio
 * for Music Content Processing, 2006).
 */
final class Chroma {
  static final int SAMPLE_RATE_HZ = 16_000;

  private static final int WINDOW = 4096; // 256 ms: bins of 3.9 Hz
  private static final int HOP = 2048;
  private static final double BIN_HZ = (double) SAMPLE_RATE_HZ / WINDOW;
  private static final double LOWEST_HZ = 65; // C2: below it bins are wider than notes
  private static final double HIGHEST_HZ = 1000;
  private static final double A4_HZ = 440;
  private static final int A = 9;
  // A peak this far below the frame's loudest is rather an overtone or noise than a note.
  private static final double WEAKEST_SHARE = 1e-4;
  private static final double SILENCE = 1e-10;
  private static final double LOUDNESS = 0.25; // exponent of the power, as hearing compresses it
  // A peak may be an overtone: it also speaks for the notes of which it would be the second to
  // fourth, each less than the one before.
  private static final int HARMONICS = 4;
  private static final double NEXT_HARMONIC = 0.6;

  private Chroma() {}

  /**
   * Strength of C, C sharp up to B, summing up to 1; all 0 where there is no tone.
   *
   * @param samples at {@link #SAMPLE_RATE_HZ}
   */
  static double[] of(float[] samples) {
    var power = new ShortTimeSpectrum(WINDOW, HOP).of(samples);
    var notes = new Tally();
    for (var frame : power) {
      notes.add(frame);
    }
    return notes.chroma();
  }

  /** Collects peaks as note numbers in fine steps; the tuning is known only at the end. */
  private static final class Tally {
    private static final int STEPS = 20; // of a semitone
    private final double[] fine = new double[MusicalKey.NOTES * STEPS];

    void add(float[] power) {
      int lowest = (int) (LOWEST_HZ / BIN_HZ);
      int highest = (int) (HIGHEST_HZ / BIN_HZ);
      float loudest = 0;
      for (int bin = lowest; bin <= highest; bin++) {
        loudest = Math.max(loudest, power[bin]);
      }
      double weakest = Math.max(SILENCE, loudest * WEAKEST_SHARE);
      for (int bin = lowest; bin <= highest; bin++) {
        if (power[bin] > weakest && power[bin] > power[bin - 1] && power[bin] >= power[bin + 1]) {
          add(hertz(power, bin), Math.pow(power[bin], LOUDNESS));
        }
      }
    }

    private void add(double hertz, double strength) {
      double share = 1;
      for (int harmonic = 1; harmonic <= HARMONICS; harmonic++) {
        double note = A + MusicalKey.NOTES * Math.log(hertz / harmonic / A4_HZ) / Math.log(2);
        fine[Math.floorMod(Math.round(note * STEPS), fine.length)] += share * strength;
        share *= NEXT_HARMONIC;
      }
    }

    /** Between bins: the top of the parabola through the logarithms. */
    private static double hertz(float[] power, int bin) {
      double left = Math.log(power[bin - 1] + 1e-12);
      double top = Math.log(power[bin] + 1e-12);
      double right = Math.log(power[bin + 1] + 1e-12);
      double bend = left - 2 * top + right;
      return BIN_HZ * (bin + (bend < 0 ? 0.5 * (left - right) / bend : 0));
    }

    double[] chroma() {
      int off = tuning();
      var chroma = new double[MusicalKey.NOTES];
      double sum = 1e-12;
      for (int step = 0; step < fine.length; step++) {
        int note = Math.floorMod(Math.round((float) (step - off) / STEPS), MusicalKey.NOTES);
        chroma[note] += fine[step];
        sum += fine[step];
      }
      for (int note = 0; note < chroma.length; note++) {
        chroma[note] /= sum;
      }
      return chroma;
    }

    /** How many steps the piece lies above A = 440 Hz: the mean direction of all peaks. */
    private int tuning() {
      double re = 0;
      double im = 0;
      for (int step = 0; step < fine.length; step++) {
        double angle = 2 * Math.PI * step / STEPS;
        re += fine[step] * Math.cos(angle);
        im += fine[step] * Math.sin(angle);
      }
      return (int) Math.round(Math.atan2(im, re) / (2 * Math.PI) * STEPS);
    }
  }
}
