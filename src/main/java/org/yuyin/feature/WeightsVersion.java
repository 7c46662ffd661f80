package org.yuyin.feature;

import org.yuyin.storage.Sha256;

/**
 * The version of an extractor whose weights are not fixed: a number drawn from them, since vectors
 * of other weights are other vectors.
 */
public final class WeightsVersion {
  /** Of an extractor whose weights are not there. */
  public static final int NONE = 0;

  private static final int DIGITS = 7;
  private static final int HEXADECIMAL = 16;

  private WeightsVersion() {}

  /**
   * Differs, but for a chance of one in some hundred millions, where any of the facts differs.
   *
   * @param facts fingerprint of the weights, and whatever else the vectors depend on
   */
  public static int of(String... facts) {
    var digits = Sha256.of(String.join("\n", facts)).substring(0, DIGITS);
    // 0 and 1 stay for none and for fixed weights.
    return Integer.parseInt(digits, HEXADECIMAL) + 2;
  }
}
