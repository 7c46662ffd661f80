package org.yuyin.media;

import org.jtransforms.fft.FloatFFT_1D;

/**
 * Power spectra of overlapping frames of a sound track at 16 kHz: 64 ms Hann windows, 64 a second,
 * 512 bins of 15.6 Hz.
 */
final class ShortTimeSpectrum {
  static final int SAMPLE_RATE_HZ = 16_000;
  static final int WINDOW = 1024;
  static final int HOP = 250;
  static final int BINS = WINDOW / 2;
  static final double FRAMES_PER_SECOND = (double) SAMPLE_RATE_HZ / HOP;
  static final double BIN_HZ = (double) SAMPLE_RATE_HZ / WINDOW;

  private final FloatFFT_1D transform = new FloatFFT_1D(WINDOW);
  private final float[] hann = new float[WINDOW];

  ShortTimeSpectrum() {
    for (int i = 0; i < WINDOW; i++) {
      hann[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW));
    }
  }

  /** Frames whose centres lie inside the sound; the ends are padded with zeros. */
  static int frameCount(int sampleCount) {
    return (sampleCount + HOP - 1) / HOP;
  }

  /**
   * Power of each bin of each frame, scaled so that a full-scale sine has about 1/4 in its bin.
   *
   * @param samples in [-1, 1]
   * @return (frames, {@link #BINS})
   */
  float[][] of(float[] samples) {
    var power = new float[frameCount(samples.length)][BINS];
    var frame = new float[WINDOW];
    for (int t = 0; t < power.length; t++) {
      int start = t * HOP + HOP / 2 - WINDOW / 2;
      for (int i = 0; i < WINDOW; i++) {
        int at = start + i;
        frame[i] = at >= 0 && at < samples.length ? samples[at] * hann[i] : 0;
      }
      transform.realForward(frame);
      for (int bin = 1; bin < BINS; bin++) {
        float re = frame[2 * bin] / (WINDOW / 2);
        float im = frame[2 * bin + 1] / (WINDOW / 2);
        power[t][bin] = re * re + im * im;
      }
    }
    return power;
  }
}
