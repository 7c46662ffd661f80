package org.yuyin.catalogue.synthetic.music;

/** A second-order filter with its memory (direct form II transposed). */
final class Biquad {
  private final double b0;
  private final double b1;
  private final double b2;
  private final double a1;
  private final double a2;
  private double first;
  private double second;

  private Biquad(double b0, double b1, double b2, double a1, double a2) {
    this.b0 = b0;
    this.b1 = b1;
    this.b2 = b2;
    this.a1 = a1;
    this.a2 = a2;
  }

  /** The shelf of BS.1770, for any rate (as in libebur128). */
  static Biquad highShelf(double hertz, double gainDb, double quality, int rateHz) {
    double k = Math.tan(Math.PI * hertz / rateHz);
    double high = Math.pow(10, gainDb / 20);
    double band = Math.pow(high, 0.4996667741545416);
    double a0 = 1 + k / quality + k * k;
    return new Biquad(
        (high + band * k / quality + k * k) / a0,
        2 * (k * k - high) / a0,
        (high - band * k / quality + k * k) / a0,
        2 * (k * k - 1) / a0,
        (1 - k / quality + k * k) / a0);
  }

  /** The high pass of BS.1770, whose zeros are not normalised. */
  static Biquad highPass(double hertz, double quality, int rateHz) {
    double k = Math.tan(Math.PI * hertz / rateHz);
    double a0 = 1 + k / quality + k * k;
    return new Biquad(1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / quality + k * k) / a0);
  }

  /** A band pass with gain 1 at its middle. */
  static Biquad bandPass(double hertz, double quality, int rateHz) {
    double k = Math.tan(Math.PI * hertz / rateHz);
    double a0 = 1 + k / quality + k * k;
    double b = k / quality / a0;
    return new Biquad(b, 0, -b, 2 * (k * k - 1) / a0, (1 - k / quality + k * k) / a0);
  }

  double next(double input) {
    double output = b0 * input + first;
    first = b1 * input - a1 * output + second;
    second = b2 * input - a2 * output;
    return output;
  }
}
