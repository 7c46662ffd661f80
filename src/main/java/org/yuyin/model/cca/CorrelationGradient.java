package org.yuyin.model.cca;

import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * The total of the canonical correlations of two sides and how it changes with every value (Andrew,
 * Arora, Bilmes and Livescu 2013). With the directions A and B, the centred sides X and Y and the
 * correlations D, their formula is
 *
 * <pre>∂total/∂X = (Y B − X A D) Aᵀ / (n − 1)</pre>
 *
 * <p>and likewise for Y.
 *
 * @param total sum of the correlations
 * @param x slopes for the values of x, row by row
 * @param y slopes for the values of y, row by row
 */
public record CorrelationGradient(double total, double[] x, double[] y) {
  /**
   * Works it out.
   *
   * @param x (rows, columns)
   * @param y (rows, columns of y)
   * @param ridge added to the variances; with it two sides correlate a little less
   * @param most correlations that count
   */
  public static CorrelationGradient of(double[][] x, double[][] y, double ridge, int most) {
    var covariances = Covariances.of(Rows.of(x), Rows.of(y));
    var found = CanonicalCorrelation.of(covariances, ridge, most);
    var ofX = centred(x, covariances.meanX()).multiply(found.x());
    var ofY = centred(y, covariances.meanY()).multiply(found.y());
    double divisor = x.length - 1;
    return new CorrelationGradient(
        found.total(),
        slopes(ofX, ofY, found.x(), found.correlations(), divisor),
        slopes(ofY, ofX, found.y(), found.correlations(), divisor));
  }

  private static MatrixStore<Double> centred(double[][] rows, double[] mean) {
    var centred = R064Store.FACTORY.make(rows.length, mean.length);
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < mean.length; column++) {
        centred.set(row, column, rows[row][column] - mean[column]);
      }
    }
    return centred;
  }

  private static double[] slopes(
      MatrixStore<Double> own,
      MatrixStore<Double> other,
      MatrixStore<Double> directions,
      double[] correlations,
      double divisor) {
    var away = R064Store.FACTORY.copy(other);
    for (int pair = 0; pair < correlations.length; pair++) {
      for (int row = 0; row < own.getRowDim(); row++) {
        double rest =
            other.doubleValue(row, pair) - own.doubleValue(row, pair) * correlations[pair];
        away.set(row, pair, rest / divisor);
      }
    }
    // The store lies column by column, so the transposed product comes out row by row.
    return R064Store.FACTORY.copy(directions.multiply(away.transpose())).toRawCopy1D();
  }
}
