package org.yuyin.catalogue.synthetic.music;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.yuyin.media.Sound;

/**
 * Something that sounds like a voice talking but says nothing: the JDK has no speech synthesiser.
 * Glottal pulses with jitter go through moving formants (Klatt 1980, cascade branch, much
 * simplified; vowels after Peterson and Barney 1952), between them hisses, stops and pauses, at
 * three to five syllables a second. Only for the ads that the filter has to recognise as speech.
 */
public final class SpeechImitation {
  private static final int RATE_HZ = Synthesiser.RATE_HZ;
  private static final int FORMANTS = 5;
  private static final double[] BANDWIDTHS_HZ = {70, 95, 150, 220, 280};
  private static final double[][] VOWELS_HZ = {
    {270, 2290, 3010}, {390, 1990, 2550}, {530, 1840, 2480}, {660, 1720, 2410}, {730, 1090, 2440},
    {570, 840, 2410}, {440, 1020, 2240}, {300, 870, 2240}, {640, 1190, 2390}, {490, 1350, 1690}
  };
  private static final double[] NASAL_HZ = {280, 1100, 2300};

  private final RandomGenerator random;
  private final double[] voice;
  private final double basePitchHz;
  private final double tractScale;
  private final double pace;
  private final double[] formantsHz = {500, 1500, 2500, 3500, 4500};
  private final double[] memory1 = new double[FORMANTS];
  private final double[] memory2 = new double[FORMANTS];
  private double phase;
  private double pitchHz;
  private double pulseGain = 1;
  private double previousFlow;
  private int at;

  private SpeechImitation(double seconds, long seed) {
    this.random = new SplittableRandom(seed);
    this.voice = new double[(int) Math.round(seconds * RATE_HZ)];
    boolean high = random.nextBoolean();
    this.basePitchHz = high ? 185 + 45 * random.nextDouble() : 95 + 35 * random.nextDouble();
    this.tractScale = high ? 1.14 : 1.0;
    this.pace = 0.88 + 0.3 * random.nextDouble();
    this.pitchHz = basePitchHz;
  }

  /** One channel's worth of talk on two channels; the same seed gives the same samples. */
  public static Sound speak(double seconds, long seed) {
    return new SpeechImitation(seconds, seed).talk();
  }

  private Sound talk() {
    pause(0.05 + 0.15 * random.nextDouble());
    while (at < voice.length) {
      phrase(3 + random.nextInt(7));
      pause(0.3 + 0.5 * random.nextDouble());
    }
    var samples = new short[2 * voice.length];
    double peak = 1e-9;
    for (double sample : voice) {
      peak = Math.max(peak, Math.abs(sample));
    }
    for (int sample = 0; sample < samples.length; sample++) {
      double room = 0.0006 * random.nextGaussian();
      samples[sample] = (short) Math.round((voice[sample / 2] / peak * 0.7 + room) * 32767);
    }
    return new Sound(samples, 2, RATE_HZ);
  }

  private void phrase(int syllables) {
    for (int syllable = 0; syllable < syllables && at < voice.length; syllable++) {
      double declination = 1.18 - 0.34 * syllable / syllables;
      double accent = 0.12 * random.nextGaussian();
      consonant();
      vowel(basePitchHz * Math.max(0.6, declination + accent), syllable == syllables - 1);
    }
  }

  private void consonant() {
    switch (random.nextInt(8)) {
      case 0 -> hiss(5200 + 1800 * random.nextDouble(), 1.2, 0.10, 0.16);
      case 1 -> hiss(2600 + 900 * random.nextDouble(), 1.6, 0.09, 0.2);
      case 2, 3 -> {
        pause(0.045 / pace);
        hiss(1500 + 3000 * random.nextDouble(), 0.8, 0.018, 0.15);
      }
      case 4, 5 -> voiced(NASAL_HZ, NASAL_HZ, pitchHz, pitchHz, 0.065 / pace, 0.32);
      case 6 -> hiss(1800, 0.5, 0.05, 0.07);
      default -> {}
    }
  }

  private void vowel(double targetHz, boolean last) {
    var from = VOWELS_HZ[random.nextInt(VOWELS_HZ.length)];
    var to = random.nextDouble() < 0.35 ? VOWELS_HZ[random.nextInt(VOWELS_HZ.length)] : from;
    double seconds = (0.055 + 0.13 * random.nextDouble()) * (last ? 1.6 : 1) / pace;
    double endHz = targetHz * (last ? 0.75 : 1 + 0.2 * random.nextGaussian());
    voiced(from, to, targetHz, Math.max(70, endHz), seconds, 1);
    if (random.nextDouble() < 0.3) {
      voiced(NASAL_HZ, NASAL_HZ, pitchHz, pitchHz, 0.06 / pace, 0.35);
    }
  }

  private void pause(double seconds) {
    at += (int) (seconds * RATE_HZ);
  }

  /** Noise around a frequency, swelling and fading. */
  private void hiss(double hertz, double quality, double seconds, double gain) {
    var band = Biquad.bandPass(hertz, quality, RATE_HZ);
    int length = (int) (seconds / pace * RATE_HZ);
    for (int sample = 0; sample < length && at < voice.length; sample++, at++) {
      double swell = Math.sin(Math.PI * (sample + 0.5) / length);
      voice[at] += gain * swell * band.next(random.nextGaussian());
    }
  }

  /** Glottal pulses through formants that glide from one vowel to another. */
  private void voiced(
      double[] from, double[] to, double fromHz, double toHz, double seconds, double gain) {
    int length = (int) (seconds * RATE_HZ);
    int edge = Math.max(1, Math.min(length / 3, RATE_HZ / 60));
    for (int sample = 0; sample < length && at < voice.length; sample++, at++) {
      double share = (double) sample / length;
      if (sample % 64 == 0) {
        glide(from, to, share);
        pitchHz += 0.06 * (fromHz + (toHz - fromHz) * share - pitchHz);
      }
      double envelope = Math.min(1, Math.min(sample + 1, length - sample) / (double) edge);
      double breath = 0.02 * random.nextGaussian();
      voice[at] += gain * envelope * throughFormants(pulse() + breath);
    }
  }

  private void glide(double[] from, double[] to, double share) {
    for (int formant = 0; formant < FORMANTS; formant++) {
      double target =
          formant < 3
              ? tractScale * (from[formant] + (to[formant] - from[formant]) * share)
              : tractScale * (3300 + 1000 * (formant - 3));
      formantsHz[formant] += 0.09 * (target - formantsHz[formant]);
    }
  }

  /** The derivative of Rosenberg's glottal flow: open for 0.6 of a period; 1 % jitter. */
  private double pulse() {
    phase += pitchHz / RATE_HZ;
    if (phase >= 1) {
      phase -= 1;
      phase += 0.01 * random.nextGaussian();
      pulseGain = 1 + 0.06 * random.nextGaussian();
    }
    double open = phase / 0.6;
    double flow = open < 0 || open > 1 ? 0 : open * open * (1 - open) * 6.75;
    double derivative = flow - previousFlow;
    previousFlow = flow;
    return 8 * pulseGain * derivative;
  }

  private double throughFormants(double input) {
    double value = input;
    for (int formant = 0; formant < FORMANTS; formant++) {
      double radius = Math.exp(-Math.PI * BANDWIDTHS_HZ[formant] / RATE_HZ);
      double b = 2 * radius * Math.cos(2 * Math.PI * formantsHz[formant] / RATE_HZ);
      double c = -radius * radius;
      double output = (1 - b - c) * value + b * memory1[formant] + c * memory2[formant];
      memory2[formant] = memory1[formant];
      memory1[formant] = output;
      value = output;
    }
    return value;
  }
}
