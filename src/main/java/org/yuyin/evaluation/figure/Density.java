package org.yuyin.evaluation.figure;

import java.util.Arrays;

/**
 * A smooth density of some values: Gaussian kernels of Scott's width, n^(-1/5) standard deviations
 * (divisor n − 1).
 */
public final class Density {
  private static final int OVERLAP_STEPS = 2_000;
  private static final double REACH = 4; // widths beyond the outermost values

  private final double[] values;
  private final double bandwidth;
  private final double least;
  private final double most;

  /**
   * Of these values.
   *
   * @param values at least two different ones
   */
  public Density(double[] values) {
    bandwidth = Math.pow(values.length, -0.2) * deviation(values);
    if (!(bandwidth > 0)) {
      throw new IllegalArgumentException("a density needs at least two different values");
    }
    this.values = values.clone();
    least = Arrays.stream(values).min().orElseThrow() - REACH * bandwidth;
    most = Arrays.stream(values).max().orElseThrow() + REACH * bandwidth;
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  /** Width of the kernels. */
  public double bandwidth() {
    return bandwidth;
  }

  /** The density there. */
  public double at(double value) {
    double sum = 0;
    for (double centre : values) {
      double away = (value - centre) / bandwidth;
      sum += Math.exp(-away * away / 2);
    }
    return sum / (values.length * bandwidth * Math.sqrt(2 * Math.PI));
  }

  /**
   * The area under both curves, the overlap coefficient: 0 for curves apart, 1 for the same curve.
   */
  public double overlap(Density other) {
    double from = Math.min(least, other.least);
    double step = (Math.max(most, other.most) - from) / OVERLAP_STEPS;
    double area = 0;
    for (int i = 0; i < OVERLAP_STEPS; i++) {
      double middle = from + (i + 0.5) * step;
      area += Math.min(at(middle), other.at(middle)) * step;
    }
    return area;
  }
}
