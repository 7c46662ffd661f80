package org.yuyin.feature.picture;

import java.util.Arrays;

/** Joins pieces of a row of values. */
final class Rows {
  private Rows() {}

  static float[] joined(float[]... pieces) {
    var joined = new float[Arrays.stream(pieces).mapToInt(piece -> piece.length).sum()];
    int at = 0;
    for (var piece : pieces) {
      System.arraycopy(piece, 0, joined, at, piece.length);
      at += piece.length;
    }
    return joined;
  }
}
