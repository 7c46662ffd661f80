package org.yuyin.evaluation;

/** The discounted gains of nDCG: a right answer at place r is worth 1 / log2(1 + r). */
final class Gains {
  static final int DEPTH = 10;

  private Gains() {}

  /** 0 beyond the tenth place. */
  static double at10(int rank) {
    return rank <= DEPTH ? Math.log(2) / Math.log1p(rank) : 0;
  }

  /** The most that {@code right} right answers can be worth. */
  static double best(int right) {
    double sum = 0;
    for (int rank = 1; rank <= Math.min(right, DEPTH); rank++) {
      sum += at10(rank);
    }
    return sum;
  }
}
