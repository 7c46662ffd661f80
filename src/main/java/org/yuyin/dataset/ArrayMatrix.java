package org.yuyin.dataset;

/**
 * A feature matrix in memory, for tests and for pools that are built on the fly.
 *
 * @param values (rows, width), not to be changed afterwards
 * @param width values in a row, also where there is no row
 */
public record ArrayMatrix(float[][] values, int width) implements FeatureMatrix {
  public ArrayMatrix {
    for (int row = 0; row < values.length; row++) {
      if (values[row].length != width) {
        throw new IllegalArgumentException(
            "row %d has %d values instead of %d".formatted(row, values[row].length, width));
      }
    }
  }

  @Override
  public int rows() {
    return values.length;
  }

  @Override
  public void copyRow(int row, float[] target, int offset) {
    System.arraycopy(values[row], 0, target, offset, width);
  }
}
