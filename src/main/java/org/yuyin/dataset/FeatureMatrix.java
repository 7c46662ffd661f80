package org.yuyin.dataset;

/**
 * One modality of a snapshot, (rows, width) in float32, usually memory-mapped. Safe for many
 * readers.
 */
public interface FeatureMatrix {
  /** Pairs in the snapshot. */
  int rows();

  /** Values in a vector. */
  int width();

  /** Copies one row into {@code target} from {@code offset} on. */
  void copyRow(int row, float[] target, int offset);

  /** A copy of one row. */
  default float[] row(int row) {
    var copy = new float[width()];
    copyRow(row, copy, 0);
    return copy;
  }
}
