package org.yuyin.feature.sound.emobase;

import static jdk.incubator.vector.VectorOperators.GT;
import static org.yuyin.feature.sound.emobase.Lanes.load;

/**
 * How periodic raw frames are, from their autocorrelation, and at what pitch, from their cepstrum.
 * Both are transforms of the same spectrum. A frame in each lane, single precision. For one thread.
 */
final class PitchDetector {
  /** Frames less periodic than this have no pitch. */
  private static final double VOICED = 0.55;

  private static final double HIGHEST_PITCH_HZ = 500;

  /** A peak counts when it exceeds this share of the highest value plus the mean. */
  private static final double PEAK_SHARE = 0.6;

  private final int half;
  private final double lagSeconds;
  private final int skippedLags;
  private final PowerSpectra spectra;
  private final CosineSeries series;
  private final float[] correlation;
  private final float[] cepstrum;
  private final float[] peaks = new float[Lanes.COUNT];

  PitchDetector(Framing framing) {
    int transform = framing.longTransform();
    half = transform / 2;
    // Rounded to single precision before the division, so that 31 and not 32 lags are skipped at
    // 16 kHz.
    lagSeconds = (double) (float) framing.longTransformSeconds() / transform;
    skippedLags = (int) (1 / (HIGHEST_PITCH_HZ * lagSeconds));
    spectra = new PowerSpectra(framing.longFrame(), transform);
    series = new CosineSeries(half);
    correlation = new float[half * Lanes.COUNT];
    cepstrum = new float[half * Lanes.COUNT];
  }

  /** Lags too short to be a pitch. */
  int skippedLags() {
    return skippedLags;
  }

  /** Sets the frame of a lane. */
  void put(int lane, float[] frame) {
    spectra.put(lane, frame);
  }

  /** Looks at the frames that were put, from lane 0 on. */
  void analyse(int frames) {
    var power = spectra.compute();
    series.of(power, correlation);
    findPeaks();
    boolean voiced = false;
    for (int lane = 0; lane < frames; lane++) {
      voiced |= ratio(lane) >= VOICED;
    }
    if (voiced) {
      takeLogarithms(power);
      series.of(power, cepstrum);
    }
  }

  private void findPeaks() {
    int lag = Math.max(1, skippedLags);
    var peak = load(correlation, (half - 1) * Lanes.COUNT);
    var before = load(correlation, (lag - 1) * Lanes.COUNT);
    for (; lag < half; lag++) {
      var value = load(correlation, lag * Lanes.COUNT);
      peak = peak.blend(value, value.compare(GT, before).and(value.compare(GT, peak)));
      before = value;
    }
    peak.intoArray(peaks, 0);
  }

  /** The lowest and the highest bin stay as they are: the original logs only those between. */
  private void takeLogarithms(float[] power) {
    for (int n = Lanes.COUNT; n < half * Lanes.COUNT; n++) {
      power[n] = power[n] == 0 ? 0 : FloatMath.log(power[n]);
    }
  }

  private double ratio(int lane) {
    return correlation[lane] > 0 ? (double) peaks[lane] / correlation[lane] : 0;
  }

  /** Probability that a frame is voiced: the autocorrelation's peak over its value at lag 0. */
  float voicing(int lane) {
    return (float) ratio(lane);
  }

  /** Pitch in Hz of a frame, 0 where it is not voiced or has no peak. */
  float pitchHz(int lane) {
    if (ratio(lane) < VOICED) {
      return 0;
    }
    int lag = firstPeakOfCepstrum(lane);
    return lag == 0 ? 0 : 1 / (lag * (float) lagSeconds);
  }

  /** The first high peak, not the highest, without interpolation; 0 when there is none. */
  private int firstPeakOfCepstrum(int lane) {
    int first = skippedLags + 1;
    double sum = 0;
    float highest = cepstrum(half - 1, lane);
    for (int lag = half - 1; lag >= 0; lag--) {
      float value = cepstrum(lag, lane);
      sum += value;
      if (lag >= first && value > highest) {
        highest = value;
      }
    }
    double threshold = (highest + sum / half) * PEAK_SHARE;
    for (int lag = first + 1; lag < half - 1; lag++) {
      float value = cepstrum(lag, lane);
      if (value > threshold && cepstrum(lag - 1, lane) < value && value > cepstrum(lag + 1, lane)) {
        return lag;
      }
    }
    return 0;
  }

  private float cepstrum(int lag, int lane) {
    return cepstrum[lag * Lanes.COUNT + lane];
  }
}
