package org.yuyin.feature.sound;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Squared magnitudes of the discrete Fourier transform of a real frame, without scaling. Computed
 * in double precision. Immutable after construction, so one instance serves every thread.
 */
public final class PowerSpectrum {
  private final int size;
  private final DoubleFFT_1D transform;

  /**
   * Prepares the tables.
   *
   * @param size samples in a frame; a power of two
   */
  public PowerSpectrum(int size) {
    if (Integer.bitCount(size) != 1 || size < 2) {
      throw new IllegalArgumentException("the transform needs a power of two, got " + size);
    }
    this.size = size;
    this.transform = new DoubleFFT_1D(size);
  }

  /** Bins in a spectrum: from 0 Hz up to and with half the sample rate. */
  public int bins() {
    return size / 2 + 1;
  }

  /**
   * Transforms a frame.
   *
   * @param frame {@code size} samples; overwritten
   * @param power filled with {@link #bins} values
   */
  public void of(double[] frame, double[] power) {
    transform.realForward(frame);
    power[0] = frame[0] * frame[0];
    power[size / 2] = frame[1] * frame[1];
    for (int bin = 1; bin < size / 2; bin++) {
      double real = frame[2 * bin];
      double imaginary = frame[2 * bin + 1];
      power[bin] = real * real + imaginary * imaginary;
    }
  }
}
