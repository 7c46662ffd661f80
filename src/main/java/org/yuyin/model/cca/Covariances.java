package org.yuyin.model.cca;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * How the columns of two sides vary together, in double precision, with divisor n − 1.
 *
 * @param meanX of the columns of x
 * @param meanY of the columns of y
 * @param xx (columns of x, columns of x)
 * @param xy (columns of x, columns of y)
 * @param yy (columns of y, columns of y)
 */
public record Covariances(
    double[] meanX,
    double[] meanY,
    MatrixStore<Double> xx,
    MatrixStore<Double> xy,
    MatrixStore<Double> yy) {
  private static final int ROWS_AT_ONCE = 1024;
  // A constant column's computed deviation is rounding noise: its values keep 24 bits.
  private static final double NOISE = 0x1p-23;

  /**
   * Reads the rows of both sides in blocks, twice: for the means, then for the products of what is
   * left without them. Memory grows with the square of the columns, not with the rows.
   *
   * @param x at least two rows
   * @param y as many
   */
  public static Covariances of(Rows x, Rows y) {
    if (x.count() != y.count() || x.count() < 2) {
      throw new IllegalArgumentException(
          "covariances need two rows and as many of both sides, got %d and %d"
              .formatted(x.count(), y.count()));
    }
    var meanX = mean(x);
    var meanY = mean(y);
    try (var manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      var xx = manager.zeros(new Shape(x.width(), x.width()), DataType.FLOAT64);
      var xy = manager.zeros(new Shape(x.width(), y.width()), DataType.FLOAT64);
      var yy = manager.zeros(new Shape(y.width(), y.width()), DataType.FLOAT64);
      var blockX = new Block(x, meanX);
      var blockY = new Block(y, meanY);
      for (int from = 0; from < x.count(); from += ROWS_AT_ONCE) {
        int to = Math.min(x.count(), from + ROWS_AT_ONCE);
        try (var scope = manager.newSubManager()) {
          var ofX = blockX.read(from, to, scope);
          var ofY = blockY.read(from, to, scope);
          xx.addi(ofX.transpose().matMul(ofX));
          xy.addi(ofX.transpose().matMul(ofY));
          yy.addi(ofY.transpose().matMul(ofY));
        }
      }
      double divisor = x.count() - 1;
      return new Covariances(
          meanX, meanY, store(xx, divisor), store(xy, divisor), store(yy, divisor));
    }
  }

  private static double[] mean(Rows rows) {
    var mean = new double[rows.width()];
    var row = new double[rows.width()];
    for (int i = 0; i < rows.count(); i++) {
      rows.read(i, row);
      for (int column = 0; column < mean.length; column++) {
        mean[column] += row[column];
      }
    }
    for (int column = 0; column < mean.length; column++) {
      mean[column] /= rows.count();
    }
    return mean;
  }

  private static MatrixStore<Double> store(NDArray sums, double divisor) {
    // Row by row here is column by column of the transpose, which is how the store lies.
    int columns = Math.toIntExact(sums.getShape().get(1));
    var transposed = R064Store.wrap(sums.toDoubleArray(), columns);
    return transposed.multiply(1 / divisor).transpose();
  }

  /** The covariances of the same columns brought to deviation 1; constant ones stay as they are. */
  public Covariances standardised() {
    var x = deviationsX();
    var y = deviationsY();
    return new Covariances(meanX, meanY, scaled(xx, x, x), scaled(xy, x, y), scaled(yy, y, y));
  }

  /** Standard deviations of the columns of x; 1 for a constant column. */
  public double[] deviationsX() {
    return deviations(xx, meanX);
  }

  /** Standard deviations of the columns of y; 1 for a constant column. */
  public double[] deviationsY() {
    return deviations(yy, meanY);
  }

  private static double[] deviations(MatrixStore<Double> covariance, double[] mean) {
    var deviations = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      double root = Math.sqrt(covariance.doubleValue(i, i));
      deviations[i] = root <= NOISE * Math.abs(mean[i]) ? 1 : root;
    }
    return deviations;
  }

  private static MatrixStore<Double> scaled(
      MatrixStore<Double> covariance, double[] rows, double[] columns) {
    var scaled = R064Store.FACTORY.copy(covariance);
    for (int column = 0; column < columns.length; column++) {
      for (int row = 0; row < rows.length; row++) {
        scaled.set(row, column, scaled.doubleValue(row, column) / (rows[row] * columns[column]));
      }
    }
    return scaled;
  }

  /** Rows without their mean, in a buffer that is used again and again. */
  private static final class Block {
    private final Rows rows;
    private final double[] mean;
    private final double[] row;
    private final ByteBuffer buffer;

    Block(Rows rows, double[] mean) {
      this.rows = rows;
      this.mean = mean;
      row = new double[rows.width()];
      int bytes =
          Math.multiplyExact(Math.min(ROWS_AT_ONCE, rows.count()), rows.width() * Double.BYTES);
      buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    NDArray read(int from, int to, NDManager scope) {
      var bytes =
          buffer.slice(0, (to - from) * row.length * Double.BYTES).order(ByteOrder.nativeOrder());
      var values = bytes.asDoubleBuffer();
      for (int i = from; i < to; i++) {
        rows.read(i, row);
        for (int column = 0; column < row.length; column++) {
          row[column] -= mean[column];
        }
        values.put(row);
      }
      return scope.create(bytes, new Shape(to - from, row.length), DataType.FLOAT64);
    }
  }
}
