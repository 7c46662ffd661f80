package org.yuyin.media.facts;

import java.util.Random;

/** Sounds whose tempo, notes and level are known because they are made here; 16 kHz, mono. */
final class TestSounds {
  static final int RATE = SoundMeasurement.SAMPLE_RATE_HZ;

  private TestSounds() {}

  /** Short decaying bursts of noise, evenly spaced. */
  static float[] clicks(double bpm, double seconds) {
    var random = new Random(1);
    var samples = new float[(int) (seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      double sinceBeat = (double) i / RATE % (60 / bpm);
      samples[i] = (float) (0.3 * Math.exp(-60 * sinceBeat) * random.nextGaussian());
    }
    return samples;
  }

  /** Tones with four harmonics, one chord a second, each a list of MIDI notes. */
  static float[] chords(double tuningHz, int[]... chords) {
    var samples = new float[chords.length * RATE];
    for (int i = 0; i < samples.length; i++) {
      double t = (double) i / RATE;
      double fade = Math.exp(-2 * (t % 1));
      for (int note : chords[i / RATE]) {
        double hertz = tuningHz * Math.pow(2, (note - 69) / 12.0);
        for (int harmonic = 1; harmonic <= 4; harmonic++) {
          samples[i] +=
              (float) (0.05 * fade / harmonic * Math.sin(2 * Math.PI * hertz * harmonic * t));
        }
      }
    }
    return samples;
  }

  static float[] sine(double hertz, double amplitude, double seconds) {
    var samples = new float[(int) (seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / RATE));
    }
    return samples;
  }
}
