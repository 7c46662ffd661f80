package org.yuyin.model.cca;

import java.util.List;
import org.yuyin.feature.Modality;
import org.yuyin.model.PairRows;

/** One side of the pairs, read row by row as often as wanted. */
public interface Rows {
  /** How many. */
  int count();

  /** Values in a row. */
  int width();

  /** Copies a row to the beginning of {@code target}. */
  void read(int row, double[] target);

  /**
   * The features of some pairs as they are stored.
   *
   * @param modalities whose vectors are joined, in this order
   */
  static Rows of(PairRows pairs, List<Modality> modalities) {
    return new FeatureRows(pairs, modalities);
  }

  /** Rows that are in memory. */
  static Rows of(double[][] values) {
    return new Rows() {
      @Override
      public int count() {
        return values.length;
      }

      @Override
      public int width() {
        return values[0].length;
      }

      @Override
      public void read(int row, double[] target) {
        System.arraycopy(values[row], 0, target, 0, width());
      }
    };
  }
}
