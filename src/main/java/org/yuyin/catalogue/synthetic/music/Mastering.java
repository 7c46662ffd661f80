package org.yuyin.catalogue.synthetic.music;

import org.yuyin.media.Sound;

/**
 * Makes a recording ready for an ad: a clear start, a faded end, one loudness for all, and no peak
 * above -1.5 dBFS, which leaves room for what a lossy codec adds.
 */
public final class Mastering {
  /** Loudness of every track. */
  public static final double TARGET_LUFS = -16;

  private static final double CEILING = Math.pow(10, -1.5 / 20);
  private static final double FADE_IN_SECONDS = 0.008;
  private static final double FADE_OUT_SECONDS = 0.6;
  private static final double LOWEST_ONSET = 0.02; // share of the peak, -34 dB
  private static final int LIMITER_BLOCK = 64; // samples: 1.5 ms

  private Mastering() {}

  /**
   * Cuts a piece out of a recording and evens it out.
   *
   * @param fromSeconds where to begin; 0 begins with the first audible sample
   * @param seconds length of the result; silence follows where the recording is shorter
   */
  public static Sound master(Sound raw, double fromSeconds, double seconds) {
    int rate = raw.sampleRateHz();
    var channels = channels(raw);
    int onset = onset(channels);
    var cut =
        cut(
            channels,
            onset + (int) Math.round(fromSeconds * rate),
            (int) Math.round(seconds * rate));
    fade(cut, rate);
    amplify(cut, gainFor(Loudness.lufs(cut, rate)));
    limit(cut);
    return sound(cut, rate);
  }

  private static double gainFor(double lufs) {
    return lufs <= Loudness.SILENCE_LUFS ? 1 : Math.pow(10, (TARGET_LUFS - lufs) / 20);
  }

  private static int onset(float[][] channels) {
    float peak = 0;
    for (var channel : channels) {
      for (float sample : channel) {
        peak = Math.max(peak, Math.abs(sample));
      }
    }
    for (int at = 0; at < channels[0].length; at++) {
      for (var channel : channels) {
        if (Math.abs(channel[at]) > LOWEST_ONSET * peak) {
          return at;
        }
      }
    }
    return 0;
  }

  private static float[][] cut(float[][] channels, int from, int length) {
    var cut = new float[channels.length][length];
    for (int channel = 0; channel < channels.length; channel++) {
      int available = Math.clamp(channels[channel].length - from, 0, length);
      System.arraycopy(
          channels[channel], Math.min(from, channels[channel].length), cut[channel], 0, available);
    }
    return cut;
  }

  private static void fade(float[][] channels, int rate) {
    int length = channels[0].length;
    int in = (int) (FADE_IN_SECONDS * rate);
    int out = (int) (FADE_OUT_SECONDS * rate);
    for (var channel : channels) {
      for (int at = 0; at < Math.min(in, length); at++) {
        channel[at] *= (float) at / in;
      }
      for (int at = 0; at < Math.min(out, length); at++) {
        double share = (double) at / out;
        channel[length - 1 - at] *= (float) (0.5 - 0.5 * Math.cos(Math.PI * share));
      }
    }
  }

  private static void amplify(float[][] channels, double gain) {
    for (var channel : channels) {
      for (int at = 0; at < channel.length; at++) {
        channel[at] *= (float) gain;
      }
    }
  }

  /**
   * A limiter that looks ahead: each block's gain is the least that its neighbours or it need, and
   * gains run straight from the middle of one block to that of the next, so no sample gets more
   * than it may.
   */
  private static void limit(float[][] channels) {
    int blocks = channels[0].length / LIMITER_BLOCK + 1;
    var needed = new double[blocks];
    for (int block = 0; block < blocks; block++) {
      needed[block] = Math.min(1, CEILING / Math.max(1e-9, peak(channels, block)));
    }
    var gains = new double[blocks];
    for (int block = 0; block < blocks; block++) {
      double before = needed[Math.max(0, block - 1)];
      double after = needed[Math.min(blocks - 1, block + 1)];
      gains[block] = Math.min(needed[block], Math.min(before, after));
    }
    for (var channel : channels) {
      for (int block = -1; block < blocks; block++) {
        int middle = block * LIMITER_BLOCK + LIMITER_BLOCK / 2;
        double here = gains[Math.max(0, block)];
        ramp(channel, middle, here, gains[Math.min(blocks - 1, block + 1)]);
      }
    }
  }

  /** Amplifies the length of one block; what lies outside of the channel is left out. */
  private static void ramp(float[] channel, int from, double gain, double nextGain) {
    int end = Math.min(channel.length, from + LIMITER_BLOCK);
    for (int at = Math.max(0, from); at < end; at++) {
      channel[at] *= (float) (gain + (nextGain - gain) * (at - from) / LIMITER_BLOCK);
    }
  }

  private static double peak(float[][] channels, int block) {
    double peak = 0;
    for (var channel : channels) {
      int end = Math.min(channel.length, (block + 1) * LIMITER_BLOCK);
      for (int at = block * LIMITER_BLOCK; at < end; at++) {
        peak = Math.max(peak, Math.abs(channel[at]));
      }
    }
    return peak;
  }

  private static float[][] channels(Sound sound) {
    var samples = sound.samples();
    int count = sound.channels();
    var channels = new float[count][sound.frameCount()];
    for (int channel = 0; channel < count; channel++) {
      var target = channels[channel];
      for (int at = 0; at < target.length; at++) {
        target[at] = samples[at * count + channel] / 32768f;
      }
    }
    return channels;
  }

  private static Sound sound(float[][] channels, int rate) {
    int count = channels.length;
    var samples = new short[count * channels[0].length];
    for (int channel = 0; channel < count; channel++) {
      var source = channels[channel];
      for (int at = 0; at < source.length; at++) {
        samples[at * count + channel] = (short) Math.round(source[at] * 32767);
      }
    }
    return new Sound(samples, count, rate);
  }
}
