package org.yuyin.feature.sound.emobase;

/**
 * Mel-frequency cepstral coefficients 1 to 12 of pre-emphasised frames, after HTK (Young et al.:
 * The HTK Book): 26 bands up to 8 kHz, cosine transform, sine lifter. A frame in each lane, all in
 * single precision. For one thread.
 */
final class Mfcc {
  static final int COEFFICIENTS = 12;

  private static final int BANDS = MelFilters.BANDS;
  private static final float LIFTER = 22;

  /** HTK works on 16-bit sample values: powers are scaled back to them. */
  private static final float HTK_POWER_SCALE = 32767f * 32767f;

  /** Smallest band power that is logged. */
  private static final float FLOOR = 1;

  private static final float[][] COSINES = cosines();
  private static final float[] LIFTS = lifts();

  private final PowerSpectra spectra;
  private final MelFilters filters;
  private final float[] bands = new float[BANDS * Lanes.COUNT];
  private final float[] sums = new float[Lanes.COUNT];

  Mfcc(Framing framing) {
    spectra = new PowerSpectra(framing.shortFrame(), framing.shortTransform());
    filters = new MelFilters(framing);
  }

  private static float[][] cosines() {
    var cosines = new float[COEFFICIENTS][BANDS];
    for (int i = 1; i <= COEFFICIENTS; i++) {
      for (int band = 0; band < BANDS; band++) {
        cosines[i - 1][band] =
            (float) StrictMath.cos(Math.PI * ((double) i / BANDS) * (band + 0.5));
      }
    }
    return cosines;
  }

  private static float[] lifts() {
    var lifts = new float[COEFFICIENTS];
    float norm = (float) Math.sqrt(2.0 / BANDS);
    for (int i = 1; i <= COEFFICIENTS; i++) {
      float sine = (float) StrictMath.sin((float) Math.PI * i / LIFTER);
      lifts[i - 1] = norm * (1 + LIFTER / 2 * sine);
    }
    return lifts;
  }

  /** Sets the frame of a lane. */
  void put(int lane, float[] lifted) {
    spectra.put(lane, lifted);
  }

  /**
   * Takes the frames that were put.
   *
   * @param frames that were put, from lane 0 on
   * @param target {@code target[first + i][row + lane]} is set to coefficient i + 1
   */
  void compute(int frames, float[][] target, int first, int row) {
    filters.apply(spectra.compute(), bands);
    for (int n = 0; n < bands.length; n++) {
      float power = bands[n] * HTK_POWER_SCALE;
      bands[n] = power < FLOOR ? 0 : FloatMath.log(power);
    }
    for (int i = 0; i < COEFFICIENTS; i++) {
      sum(COSINES[i]);
      for (int lane = 0; lane < frames; lane++) {
        target[first + i][row + lane] = sums[lane] * LIFTS[i];
      }
    }
  }

  private void sum(float[] cosines) {
    var sum = Lanes.load(bands, 0).mul(cosines[0]);
    for (int band = 1; band < BANDS; band++) {
      sum = sum.add(Lanes.load(bands, band * Lanes.COUNT).mul(cosines[band]));
    }
    sum.intoArray(sums, 0);
  }
}
