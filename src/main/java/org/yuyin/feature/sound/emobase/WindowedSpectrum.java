package org.yuyin.feature.sound.emobase;

import java.util.Arrays;
import org.yuyin.feature.sound.PowerSpectrum;

/** Hamming window, zeros up to the transform's size, squared magnitudes. For one thread. */
final class WindowedSpectrum {
  private final float[] window;
  private final PowerSpectrum spectrum;
  private final double[] padded;
  private final double[] power;

  WindowedSpectrum(int frameLength, int transform) {
    window = Hamming.singlePrecision(frameLength);
    spectrum = new PowerSpectrum(transform);
    padded = new double[transform];
    power = new double[spectrum.bins()];
  }

  /** Power of each bin from 0 Hz to half the sample rate; the array is reused by the next call. */
  double[] of(float[] frame) {
    for (int n = 0; n < window.length; n++) {
      padded[n] = frame[n] * window[n];
    }
    Arrays.fill(padded, window.length, padded.length, 0.0);
    spectrum.of(padded, power);
    return power;
  }
}
