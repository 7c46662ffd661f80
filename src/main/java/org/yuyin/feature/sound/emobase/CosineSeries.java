package org.yuyin.feature.sound.emobase;

import static org.yuyin.feature.sound.emobase.Lanes.load;

/**
 * Magnitudes of the inverse Fourier transform of a real, even spectrum: from H + 1 bins to H
 * values, {@code y[n] = |(s[0] + (-1)^n s[H])/2 + Σ s[b] cos(πnb/H)|}, which is H times the usual
 * inverse, for a spectrum in each lane. Single precision. For one thread.
 */
final class CosineSeries {
  private final int half;
  private final SplitRadix transform;
  private final RealBins bins;
  private final float[] signal;

  /**
   * Prepares the tables.
   *
   * @param half H, a power of two, at least 16
   */
  CosineSeries(int half) {
    this.half = half;
    transform = new SplitRadix(half);
    bins = new RealBins(half);
    signal = new float[half * SplitRadix.POINT];
  }

  /**
   * Transforms.
   *
   * @param spectra (H + 1, lanes)
   * @param values filled with (H, lanes)
   */
  void of(float[] spectra, float[] values) {
    fold(spectra);
    transform.transform(signal);
    for (int n = 0; n < half / 2; n++) {
      int place = bins.place(n);
      load(signal, place).abs().intoArray(values, 2 * n * Lanes.COUNT);
      load(signal, place + Lanes.COUNT).abs().intoArray(values, (2 * n + 1) * Lanes.COUNT);
    }
  }

  /** Makes H complex points whose transform is the series; conjugated, as it goes backwards. */
  private void fold(float[] spectra) {
    foldEnds(spectra);
    for (int k = 1; k < half / 2; k++) {
      int mirror = half - k;
      var value = load(spectra, k * Lanes.COUNT);
      var mirrored = load(spectra, mirror * Lanes.COUNT);
      var distance = value.sub(mirrored);
      var change = distance.mul(bins.real(k));
      var imaginary = distance.mul(bins.imaginary(k)).neg();
      value.sub(change).intoArray(signal, k * SplitRadix.POINT);
      imaginary.intoArray(signal, k * SplitRadix.POINT + Lanes.COUNT);
      mirrored.add(change).intoArray(signal, mirror * SplitRadix.POINT);
      imaginary.intoArray(signal, mirror * SplitRadix.POINT + Lanes.COUNT);
    }
  }

  private void foldEnds(float[] spectra) {
    var first = load(spectra, 0);
    var difference = first.sub(load(spectra, half * Lanes.COUNT)).mul(0.5f);
    first.sub(difference).intoArray(signal, 0);
    difference.neg().intoArray(signal, Lanes.COUNT);
    var middle = load(spectra, half / 2 * Lanes.COUNT);
    middle.intoArray(signal, half / 2 * SplitRadix.POINT);
    middle.sub(middle).intoArray(signal, half / 2 * SplitRadix.POINT + Lanes.COUNT);
  }
}
