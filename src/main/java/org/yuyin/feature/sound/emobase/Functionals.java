package org.yuyin.feature.sound.emobase;

import java.util.Arrays;
import java.util.List;

/**
 * 19 values that describe the course of one contour. Sums run in double precision, but everything
 * about the mean uses the mean rounded to single precision, as the original does.
 */
final class Functionals {
  static final List<String> NAMES =
      List.of(
          "max",
          "min",
          "range",
          "maxPos",
          "minPos",
          "amean",
          "linregc1",
          "linregc2",
          "linregerrA",
          "linregerrQ",
          "stddev",
          "skewness",
          "kurtosis",
          "quartile1",
          "quartile2",
          "quartile3",
          "iqr1-2",
          "iqr2-3",
          "iqr1-3");

  private final float[] target;
  private int next;

  /** Writes into {@code target} from its start on. */
  Functionals(float[] target) {
    this.target = target;
  }

  /**
   * Appends the 19 values of the first {@code rows} values of a contour, in the order of {@link
   * #NAMES}.
   *
   * @param rows at least 1
   */
  void add(float[] contour, int rows) {
    float mean = mean(contour, rows);
    addExtremes(contour, rows);
    put(mean);
    addRegression(contour, rows, mean);
    addMoments(contour, rows, mean);
    addQuartiles(contour, rows);
  }

  private void put(double value) {
    target[next++] = (float) value;
  }

  private static float mean(float[] contour, int rows) {
    double sum = 0;
    for (int k = 0; k < rows; k++) {
      sum += contour[k];
    }
    return (float) (sum / rows);
  }

  /** Positions count frames from the start and name the first of several. */
  private void addExtremes(float[] contour, int rows) {
    int highest = 0;
    int lowest = 0;
    for (int k = 1; k < rows; k++) {
      if (contour[k] > contour[highest]) {
        highest = k;
      }
      if (contour[k] < contour[lowest]) {
        lowest = k;
      }
    }
    put(contour[highest]);
    put(contour[lowest]);
    put(contour[highest] - contour[lowest]);
    put(highest);
    put(lowest);
  }

  /** Least-squares line over the frame number: slope, offset, mean absolute and squared error. */
  private void addRegression(float[] contour, int rows, float mean) {
    double weighted = 0;
    for (int k = 0; k < rows; k++) {
      weighted += (double) k * contour[k];
    }
    double count = rows;
    double frames = count * (count - 1) / 2;
    double squares = count * (count - 1) * (2 * count - 1) / 6;
    double offset = contour[0];
    double slope = 0;
    if (rows > 1) {
      double sum = mean * count;
      double ratio = frames / squares;
      offset = (sum - weighted * ratio) / (count - frames * ratio);
      slope = (weighted - offset * frames) / squares;
    }
    double absolute = 0;
    double squared = 0;
    for (int k = 0; k < rows; k++) {
      double error = contour[k] - (slope * k + offset);
      absolute += Math.abs(error);
      squared += error * error;
    }
    put(slope);
    put(offset);
    put(absolute / rows);
    put(squared / rows);
  }

  /** Deviation, skewness, kurtosis (3 for a Gaussian); all 0 for a constant contour. */
  private void addMoments(float[] contour, int rows, float mean) {
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int k = 0; k < rows; k++) {
      double offset = (double) contour[k] - mean;
      double square = offset * offset;
      second += square;
      third += square * offset;
      fourth += square * square;
    }
    double variance = second / rows;
    put(Math.sqrt(variance));
    put(variance == 0 ? 0 : third / rows / (variance * Math.sqrt(variance)));
    put(variance == 0 ? 0 : fourth / rows / (variance * variance));
  }

  private void addQuartiles(float[] contour, int rows) {
    var sorted = Arrays.copyOf(contour, rows);
    Arrays.sort(sorted);
    float first = quantile(sorted, 0.25);
    float second = quantile(sorted, 0.5);
    float third = quantile(sorted, 0.75);
    put(first);
    put(second);
    put(third);
    put(second - first);
    put(third - second);
    put(third - first);
  }

  /** Between two neighbours by linear interpolation, with weights in single precision. */
  private static float quantile(float[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = (int) Math.ceil(position);
    if (below == above) {
      return sorted[below];
    }
    return sorted[below] * (float) (above - position) + sorted[above] * (float) (position - below);
  }
}
