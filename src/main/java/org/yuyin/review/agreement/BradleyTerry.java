package org.yuyin.review.agreement;

import java.util.ArrayList;
import java.util.List;

/**
 * How much people prefer each of several things that they compared in pairs (Bradley and Terry,
 * 1952): one wins against another with probability s / (s + t) of their strengths. Fitted by the MM
 * iterations of Hunter (2004); a tie is half a win for both. Intervals come from the observed
 * information of the logarithms of the strengths, whose mean is held at 0.
 */
public final class BradleyTerry {
  private static final double NORMAL_95 = 1.959964;
  private static final int MOST_ROUNDS = 10_000;
  private static final double PRECISION = 1e-12;

  private final double[][] wins;
  private final double[] strengths;
  private final double[][] covariance;

  private BradleyTerry(double[][] wins) {
    this.wins = wins;
    this.strengths = fit(wins);
    this.covariance = covariance(wins, strengths);
  }

  /**
   * One of the things compared.
   *
   * @param score logarithm of its strength; 0 is the average
   * @param error standard error of the score
   * @param chance probability of winning against the average of the others
   * @param low lower end of the 95 % interval of the chance
   * @param high upper end
   */
  public record Standing(double score, double error, double chance, double low, double high) {}

  /**
   * Fits wins.
   *
   * @param wins how often the row won against the column, ties as a half for each
   * @param prior wins that each is given over every other beforehand. With 0, the strength of what
   *     won always is infinite and nothing comes out; a half keeps it finite
   */
  public static BradleyTerry of(double[][] wins, double prior) {
    int things = wins.length;
    var given = new double[things][things];
    for (int i = 0; i < things; i++) {
      for (int j = 0; j < things; j++) {
        given[i][j] = i == j ? 0 : wins[i][j] + prior;
      }
    }
    return new BradleyTerry(given);
  }

  /** Every thing's standing, in the order given. */
  public List<Standing> standings() {
    int things = wins.length;
    double others = (double) things / (things - 1);
    var standings = new ArrayList<Standing>();
    for (int i = 0; i < things; i++) {
      double score = Math.log(strengths[i]);
      double error = Math.sqrt(covariance[i][i]);
      // The scores add up to 0, so the mean of the others is -score / (things - 1).
      double lead = others * score;
      double reach = NORMAL_95 * others * error;
      standings.add(
          new Standing(
              score, error, logistic(lead), logistic(lead - reach), logistic(lead + reach)));
    }
    return List.copyOf(standings);
  }

  /** Standard error of the difference of two scores. */
  public double errorOfDifference(int one, int other) {
    return Math.sqrt(covariance[one][one] + covariance[other][other] - 2 * covariance[one][other]);
  }

  private static double[] fit(double[][] wins) {
    int things = wins.length;
    var strengths = new double[things];
    java.util.Arrays.fill(strengths, 1);
    double change = Double.MAX_VALUE;
    for (int round = 0; round < MOST_ROUNDS && change > PRECISION; round++) {
      var next = new double[things];
      for (int i = 0; i < things; i++) {
        double won = 0;
        double weight = 0;
        for (int j = 0; j < things; j++) {
          won += wins[i][j];
          weight += (wins[i][j] + wins[j][i]) / (strengths[i] + strengths[j]);
        }
        next[i] = won / weight;
      }
      centre(next);
      change = 0;
      for (int i = 0; i < things; i++) {
        change = Math.max(change, Math.abs(Math.log(next[i] / strengths[i])));
      }
      strengths = next;
    }
    return strengths;
  }

  /** Divides by the geometric mean. */
  private static void centre(double[] strengths) {
    double sum = 0;
    for (double strength : strengths) {
      sum += Math.log(strength);
    }
    double mean = Math.exp(sum / strengths.length);
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] /= mean;
    }
  }

  /** The information is a Laplacian, so only its pseudo-inverse exists: (L + J/n)^-1 - J/n. */
  private static double[][] covariance(double[][] wins, double[] strengths) {
    int things = wins.length;
    var matrix = new double[things][things];
    for (int i = 0; i < things; i++) {
      for (int j = 0; j < things; j++) {
        if (i != j) {
          double chance = strengths[i] / (strengths[i] + strengths[j]);
          double information = (wins[i][j] + wins[j][i]) * chance * (1 - chance);
          matrix[i][i] += information;
          matrix[i][j] -= information;
        }
      }
    }
    add(matrix, 1.0 / things);
    var inverse = inverse(matrix);
    add(inverse, -1.0 / things);
    return inverse;
  }

  private static void add(double[][] matrix, double value) {
    for (var row : matrix) {
      for (int j = 0; j < row.length; j++) {
        row[j] += value;
      }
    }
  }

  /** Gauss-Jordan without exchange of rows: the matrix is positive definite. */
  private static double[][] inverse(double[][] matrix) {
    int size = matrix.length;
    var inverse = new double[size][size];
    for (int i = 0; i < size; i++) {
      inverse[i][i] = 1;
    }
    for (int pivot = 0; pivot < size; pivot++) {
      double value = matrix[pivot][pivot];
      for (int j = 0; j < size; j++) {
        matrix[pivot][j] /= value;
        inverse[pivot][j] /= value;
      }
      for (int i = 0; i < size; i++) {
        double factor = matrix[i][pivot];
        for (int j = 0; i != pivot && j < size; j++) {
          matrix[i][j] -= factor * matrix[pivot][j];
          inverse[i][j] -= factor * inverse[pivot][j];
        }
      }
    }
    return inverse;
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
