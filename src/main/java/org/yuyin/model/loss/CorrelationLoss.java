package org.yuyin.model.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.yuyin.model.cca.CanonicalCorrelation;
import org.yuyin.model.cca.CorrelationGradient;

/**
 * Minus the total correlation of two sides: what deep canonical correlation analysis minimises
 * (Andrew 2013). PyTorch here has no singular values, so value and gradient are worked out in
 * double precision by the closed form, and the loss is a sum that has both.
 *
 * @param ridge added to the variances
 * @param most canonical correlations that count
 */
public record CorrelationLoss(double ridge, int most) {
  /**
   * The loss of a batch.
   *
   * @param x (batch, width); more rows than columns, or the correlations are found by heart
   * @param y (batch, width of y)
   * @return scalar
   * @see CanonicalCorrelation#total
   */
  public NDArray loss(NDArray x, NDArray y) {
    var found = CorrelationGradient.of(doubles(x), doubles(y), ridge, most);
    var slope = x.mul(like(x, found.x())).sum().add(y.mul(like(y, found.y())).sum()).neg();
    var value = x.getManager().create(-found.total()).toType(x.getDataType(), false);
    return slope.sub(slope.stopGradient()).add(value);
  }

  private static double[][] doubles(NDArray rows) {
    int width = Math.toIntExact(rows.getShape().get(1));
    var flat = rows.stopGradient().toType(DataType.FLOAT64, false).toDoubleArray();
    var values = new double[flat.length / width][];
    for (int row = 0; row < values.length; row++) {
      values[row] = java.util.Arrays.copyOfRange(flat, row * width, (row + 1) * width);
    }
    return values;
  }

  private static NDArray like(NDArray side, double[] values) {
    return side.getManager().create(values, side.getShape()).toType(side.getDataType(), false);
  }
}
