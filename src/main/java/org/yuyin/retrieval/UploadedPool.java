package org.yuyin.retrieval;

import java.util.List;

/**
 * Uploaded music in the space of a model.
 *
 * @param items one for each track
 * @param points (items, width)
 */
record UploadedPool(List<PoolItem> items, float[][] points) {
  UploadedPool {
    items = List.copyOf(items);
  }

  static UploadedPool empty() {
    return new UploadedPool(List.of(), new float[0][]);
  }
}
