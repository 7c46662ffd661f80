package org.yuyin.feature.picture;

import java.util.function.IntToDoubleFunction;

/**
 * Mean and deviation of a value over pixels.
 *
 * @param deviation divides by the count
 */
record Moments(double mean, double deviation) {
  static Moments over(int count, IntToDoubleFunction value) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double at = value.applyAsDouble(i);
      sum += at;
      squares += at * at;
    }
    double mean = sum / count;
    return new Moments(mean, Math.sqrt(Math.max(0, squares / count - mean * mean)));
  }
}
