package org.yuyin.model.cca;

import java.util.Arrays;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * The pairs of directions, one of each side, in which two sides correlate most (Hotelling 1936;
 * with a ridge as in Hardoon 2004), each pair unrelated to those before it.
 *
 * <p>With whitenings {@code Wx} and {@code Wy} of the ridged covariances, the correlations are the
 * singular values of {@code K = WxᵀSxyWy}, and the directions {@code WxU} and {@code WyV}. They are
 * found through the eigenvectors of KᵀK or KKᵀ, whichever is smaller.
 *
 * @param correlations falling, each in (0, 1]
 * @param x (columns of x, correlations): a column is a direction, of variance 1 with its ridge
 * @param y (columns of y, correlations)
 */
public record CanonicalCorrelation(
    double[] correlations, MatrixStore<Double> x, MatrixStore<Double> y) {
  // Squares of smaller ones are rounding noise.
  private static final double LEAST = 1e-7;

  /**
   * The analysis of two sides.
   *
   * @param ridge added to every column's variance; from 0
   * @param most how many pairs of directions are wanted; fewer when there are no more
   */
  public static CanonicalCorrelation of(Covariances covariances, double ridge, int most) {
    var whiteX = Whitening.of(covariances.xx(), ridge);
    var whiteY = Whitening.of(covariances.yy(), ridge);
    var k = whiteX.transpose().multiply(covariances.xy()).multiply(whiteY);
    boolean wide = k.getRowDim() < k.getColDim();
    var flat = wide ? k.transpose() : k;
    var square = flat.transpose().multiply(flat);
    var parts = Eigenvalue.R064.make(square, true);
    parts.decompose(square);
    var correlations =
        parts.getEigenvalues().stream()
            .limit(most)
            .mapToDouble(value -> Math.sqrt(Math.max(0, value.getReal())))
            .takeWhile(value -> value > LEAST)
            .toArray();
    var v = parts.getV().limits(square.getRowDim(), correlations.length);
    var u = divided(flat.multiply(v), correlations);
    return new CanonicalCorrelation(
        correlations, whiteX.multiply(wide ? v : u), whiteY.multiply(wide ? u : v));
  }

  private static MatrixStore<Double> divided(MatrixStore<Double> matrix, double[] byColumn) {
    var divided = R064Store.FACTORY.copy(matrix);
    for (int column = 0; column < byColumn.length; column++) {
      for (int row = 0; row < divided.getRowDim(); row++) {
        divided.set(row, column, divided.doubleValue(row, column) / byColumn[column]);
      }
    }
    return divided;
  }

  /** The sum of the correlations: how much the two sides have in common. */
  public double total() {
    return Arrays.stream(correlations).sum();
  }
}
