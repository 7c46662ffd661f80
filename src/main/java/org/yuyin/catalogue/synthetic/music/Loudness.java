package org.yuyin.catalogue.synthetic.music;

import java.util.ArrayList;

/**
 * Integrated loudness after ITU-R BS.1770-4: K-weighting, blocks of 400 ms every 100 ms, an
 * absolute gate at -70 LUFS and a relative one 10 LU below what passes it.
 */
public final class Loudness {
  /** What a sound without any block above the absolute gate measures. */
  public static final double SILENCE_LUFS = -70;

  private static final double OFFSET = -0.691;

  private Loudness() {}

  /**
   * Loudness of a sound in LUFS; {@link #SILENCE_LUFS} for silence.
   *
   * @param channels samples in [-1, 1], one array a channel (left and right weigh the same)
   */
  public static double lufs(float[][] channels, int rateHz) {
    var weighted = new double[channels.length][];
    for (int channel = 0; channel < channels.length; channel++) {
      weighted[channel] = kWeighted(channels[channel], rateHz);
    }
    var powers = blockPowers(weighted, rateHz);
    double absolute = meanAbove(powers, power(SILENCE_LUFS));
    if (absolute <= 0) {
      return SILENCE_LUFS;
    }
    return loudness(meanAbove(powers, absolute / 10));
  }

  private static double[] blockPowers(double[][] weighted, int rateHz) {
    int step = rateHz / 10;
    int block = 4 * step;
    var powers = new ArrayList<Double>();
    for (int from = 0; from + block <= weighted[0].length; from += step) {
      double sum = 0;
      for (var channel : weighted) {
        for (int at = from; at < from + block; at++) {
          sum += channel[at] * channel[at];
        }
      }
      powers.add(sum / block);
    }
    return powers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double meanAbove(double[] powers, double gate) {
    double sum = 0;
    int count = 0;
    for (double power : powers) {
      if (power > gate) {
        sum += power;
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static double loudness(double power) {
    return OFFSET + 10 * Math.log10(power);
  }

  private static double power(double lufs) {
    return Math.pow(10, (lufs - OFFSET) / 10);
  }

  /** The standard's two filters: a high shelf of +4 dB for the head, then a high pass. */
  private static double[] kWeighted(float[] samples, int rateHz) {
    var shelf = Biquad.highShelf(1681.974450955533, 3.999843853973347, 0.7071752369554196, rateHz);
    var highPass = Biquad.highPass(38.13547087602444, 0.5003270373238773, rateHz);
    var weighted = new double[samples.length];
    for (int at = 0; at < samples.length; at++) {
      weighted[at] = highPass.next(shelf.next(samples[at]));
    }
    return weighted;
  }
}
