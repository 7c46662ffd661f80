package org.yuyin.model.cca;

import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/** Directions in which columns that vary together no longer do. */
final class Whitening {
  // Below this share of the largest, a direction's variance is rounding noise.
  private static final double NOISE = 1e-12;

  private Whitening() {}

  /**
   * W with {@code Wᵀ(S + ridge·I)W = I}: by Cholesky's factor, or where columns depend on each
   * other and the ridge does not mend it, by the eigenvectors that carry variance.
   *
   * @param covariance S, symmetric, (columns, columns)
   * @return (columns, rank)
   */
  static MatrixStore<Double> of(MatrixStore<Double> covariance, double ridge) {
    var ridged = R064Store.FACTORY.copy(covariance);
    for (int i = 0; i < ridged.getRowDim(); i++) {
      ridged.set(i, i, ridged.doubleValue(i, i) + ridge);
    }
    var cholesky = Cholesky.R064.make(ridged);
    if (cholesky.decompose(ridged) && isWellConditioned(cholesky.getL())) {
      var inverse = R064Store.FACTORY.copy(R064Store.FACTORY.makeIdentity(ridged.getRowDim()));
      inverse.substituteForwards(cholesky.getL(), false, false, false);
      return inverse.transpose();
    }
    return byEigenvectors(ridged);
  }

  private static boolean isWellConditioned(MatrixStore<Double> factor) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 0; i < factor.getRowDim(); i++) {
      double variance = factor.doubleValue(i, i) * factor.doubleValue(i, i);
      least = Math.min(least, variance);
      most = Math.max(most, variance);
    }
    return least > NOISE * most; // false for NaN too
  }

  private static MatrixStore<Double> byEigenvectors(MatrixStore<Double> covariance) {
    var parts = Eigenvalue.R064.make(covariance, true);
    parts.decompose(covariance);
    var values = parts.getEigenvalues();
    double least = NOISE * values.get(0).getReal();
    int rank = 0;
    while (rank < values.size() && values.get(rank).getReal() > least) {
      rank++;
    }
    var directions = R064Store.FACTORY.copy(parts.getV().limits(covariance.getRowDim(), rank));
    for (int column = 0; column < rank; column++) {
      double deviation = Math.sqrt(values.get(column).getReal());
      for (int row = 0; row < directions.getRowDim(); row++) {
        directions.set(row, column, directions.doubleValue(row, column) / deviation);
      }
    }
    return directions;
  }
}
