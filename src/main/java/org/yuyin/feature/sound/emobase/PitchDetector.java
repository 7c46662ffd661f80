package org.yuyin.feature.sound.emobase;

/**
 * How periodic a raw frame is, from its autocorrelation, and at what pitch, from its cepstrum. Both
 * are transforms of the same spectrum. For one thread.
 */
final class PitchDetector {
  /** Frames less periodic than this have no pitch. */
  private static final float VOICED = 0.55f;

  private static final double HIGHEST_PITCH_HZ = 500;

  /** A peak counts when it exceeds this share of the highest value plus the mean. */
  private static final double PEAK_SHARE = 0.6;

  private final int half;
  private final double lagSeconds;
  private final int skippedLags;
  private final WindowedSpectrum spectrum;
  private final CosineSeries series;
  private final double[] bins;
  private final double[] values;
  private final float[] correlation;
  private final float[] cepstrum;
  private float voicing;

  PitchDetector(Framing framing) {
    int transform = framing.longTransform();
    half = transform / 2;
    // Rounded to single precision before the division, so that 31 and not 32 lags are skipped at
    // 16 kHz.
    lagSeconds = (double) (float) framing.longTransformSeconds() / transform;
    skippedLags = (int) (1 / (HIGHEST_PITCH_HZ * lagSeconds));
    spectrum = new WindowedSpectrum(framing.longFrame(), transform);
    series = new CosineSeries(half);
    bins = new double[half + 1];
    values = new double[half];
    correlation = new float[half];
    cepstrum = new float[half];
  }

  /** Lags too short to be a pitch. */
  int skippedLags() {
    return skippedLags;
  }

  /** Looks at the next frame. */
  void analyse(float[] frame) {
    var power = spectrum.of(frame);
    for (int bin = 0; bin <= half; bin++) {
      bins[bin] = (float) power[bin];
    }
    transformInto(correlation);
    // The lowest and the highest bin stay as they are: the original logs only those between.
    for (int bin = 1; bin < half; bin++) {
      bins[bin] = bins[bin] == 0 ? 0 : (float) Math.log(bins[bin]);
    }
    transformInto(cepstrum);
    voicing = peakOfCorrelation();
  }

  private void transformInto(float[] target) {
    series.of(bins, values);
    for (int lag = 0; lag < half; lag++) {
      target[lag] = (float) Math.abs(values[lag]);
    }
  }

  private float peakOfCorrelation() {
    if (correlation[0] <= 0) {
      return 0;
    }
    float peak = correlation[half - 1];
    for (int lag = Math.max(1, skippedLags); lag < half; lag++) {
      if (correlation[lag] > correlation[lag - 1] && correlation[lag] > peak) {
        peak = correlation[lag];
      }
    }
    return peak / correlation[0];
  }

  /** Probability that the frame is voiced: the autocorrelation's peak over its value at lag 0. */
  float voicing() {
    return voicing;
  }

  /** Pitch in Hz of the frame, 0 where it is not voiced or has no peak. */
  float pitchHz() {
    if (voicing < VOICED) {
      return 0;
    }
    int lag = firstPeakOfCepstrum();
    return lag == 0 ? 0 : (float) (1 / (lag * lagSeconds));
  }

  /** The first high peak, not the highest, without interpolation; 0 when there is none. */
  private int firstPeakOfCepstrum() {
    double sum = 0;
    for (var value : cepstrum) {
      sum += value;
    }
    int first = skippedLags + 1;
    float highest = 0;
    for (int lag = first; lag < half; lag++) {
      highest = Math.max(highest, cepstrum[lag]);
    }
    double threshold = PEAK_SHARE * (highest + sum / half);
    for (int lag = first + 1; lag < half - 1; lag++) {
      if (cepstrum[lag] > threshold
          && cepstrum[lag - 1] < cepstrum[lag]
          && cepstrum[lag] > cepstrum[lag + 1]) {
        return lag;
      }
    }
    return 0;
  }
}
