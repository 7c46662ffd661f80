package org.yuyin.evaluation;

import java.util.Arrays;

/**
 * Dot products of one query with a whole pool, so that no matrix of all against all is ever held.
 * Safe for many threads. Equal vectors get exactly equal scores, wherever they stand in the pool.
 */
final class Similarities {
  // A transposed tile of 256 floats stays in the first-level cache while a row is added up.
  private static final int TILE = 256;

  private final int pool;
  private final int width;
  // (tiles, width × TILE): value d of the tile's items lies together
  private final float[][] tiles;

  Similarities(float[][] items) {
    pool = items.length;
    width = pool == 0 ? 0 : items[0].length;
    tiles = new float[(pool + TILE - 1) / TILE][width * TILE];
    for (int item = 0; item < pool; item++) {
      var tile = tiles[item / TILE];
      for (int d = 0; d < width; d++) {
        tile[d * TILE + item % TILE] = items[item][d];
      }
    }
  }

  /** The scores of one query, one for each item of the pool. */
  float[] of(float[] query) {
    if (query.length != width) {
      throw new IllegalArgumentException(
          "a query of %d values cannot be compared with %d".formatted(query.length, width));
    }
    var scores = new float[pool];
    var sums = new float[TILE];
    for (int t = 0; t < tiles.length; t++) {
      Arrays.fill(sums, 0);
      for (int d = 0; d < width; d++) {
        add(sums, tiles[t], d * TILE, query[d]);
      }
      System.arraycopy(sums, 0, scores, t * TILE, Math.min(TILE, pool - t * TILE));
    }
    return scores;
  }

  // Without a reduction across lanes the compiler turns this loop into vector instructions.
  private static void add(float[] sums, float[] tile, int from, float factor) {
    for (int i = 0; i < TILE; i++) {
      sums[i] += tile[from + i] * factor;
    }
  }
}
