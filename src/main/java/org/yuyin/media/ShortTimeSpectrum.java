package org.yuyin.media;

import org.jtransforms.fft.FloatFFT_1D;

/** Power spectra of overlapping Hann windows of a sound track. For one thread. */
public final class ShortTimeSpectrum {
  private final int window;
  private final int hop;
  private final FloatFFT_1D transform;
  private final float[] hann;

  /**
   * @param window samples in each frame
   * @param hop samples from one frame to the next
   */
  public ShortTimeSpectrum(int window, int hop) {
    this.window = window;
    this.hop = hop;
    this.transform = new FloatFFT_1D(window);
    this.hann = new float[window];
    for (int i = 0; i < window; i++) {
      hann[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / window));
    }
  }

  /** Bins of each frame: half the window. */
  public int bins() {
    return window / 2;
  }

  /** Frames whose centres lie inside the sound; the ends are padded with zeros. */
  public int frameCount(int sampleCount) {
    return (sampleCount + hop - 1) / hop;
  }

  /**
   * Power of each bin of each frame, scaled so that a full-scale sine has about 1/4 in its bin.
   *
   * @param samples in [-1, 1]
   * @return (frames, bins)
   */
  public float[][] of(float[] samples) {
    var power = new float[frameCount(samples.length)][bins()];
    var frame = new float[window];
    for (int t = 0; t < power.length; t++) {
      int start = t * hop + hop / 2 - window / 2;
      for (int i = 0; i < window; i++) {
        int at = start + i;
        frame[i] = at >= 0 && at < samples.length ? samples[at] * hann[i] : 0;
      }
      transform.realForward(frame);
      for (int bin = 1; bin < bins(); bin++) {
        float re = frame[2 * bin] / bins();
        float im = frame[2 * bin + 1] / bins();
        power[t][bin] = re * re + im * im;
      }
    }
    return power;
  }
}
