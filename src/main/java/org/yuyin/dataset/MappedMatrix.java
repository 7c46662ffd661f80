package org.yuyin.dataset;

import java.nio.file.Path;
import org.yuyin.storage.MappedNpy;

/** A feature matrix that stays on disk and is read through the page cache. */
record MappedMatrix(MappedNpy npy) implements FeatureMatrix {
  static MappedMatrix open(Path file) {
    return new MappedMatrix(MappedNpy.open(file));
  }

  @Override
  public int rows() {
    return npy.rows();
  }

  @Override
  public int width() {
    return npy.width();
  }

  @Override
  public void copyRow(int row, float[] target, int offset) {
    npy.copyRow(row, target, offset);
  }
}
