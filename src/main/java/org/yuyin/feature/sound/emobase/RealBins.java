package org.yuyin.feature.sound.emobase;

/**
 * What leads from the transform of P complex points to that of 2P real ones and back (Press et al.:
 * Numerical Recipes, section "FFT of real functions"), with factors rounded as in Ooura's program.
 * Immutable.
 */
final class RealBins {
  private static final float EIGHTH_TURN = (float) (Math.PI / 4);

  /** {@code (sin, cos) / 2} of each bin's angle: c[j] below the middle, sines above it. */
  private final float[] halves;

  private final int[] places;

  /**
   * Prepares the tables.
   *
   * @param points P, a power of two, at least 16
   */
  RealBins(int points) {
    int bins = points / 2;
    int middle = bins / 2;
    float step = EIGHTH_TURN / middle;
    halves = new float[bins];
    halves[middle] = 0.5f * (float) StrictMath.cos(step * middle);
    for (int j = 1; j < middle; j++) {
      halves[j] = (float) (0.5 * StrictMath.cos(step * j));
      halves[bins - j] = (float) (0.5 * StrictMath.sin(step * j));
    }
    places = new int[points];
    int unused = Integer.numberOfLeadingZeros(points - 1);
    for (int k = 0; k < points; k++) {
      places[k] = (Integer.reverse(k) >>> unused) * SplitRadix.POINT;
    }
  }

  /** Where {@link SplitRadix} leaves point k of its result. */
  int place(int k) {
    return places[k];
  }

  /** Real factor that mixes bin k, of 1 to P/2 - 1, with bin P - k. */
  float real(int k) {
    return 0.5f - halves[halves.length - k];
  }

  /** Imaginary factor of the same. */
  float imaginary(int k) {
    return halves[k];
  }
}
