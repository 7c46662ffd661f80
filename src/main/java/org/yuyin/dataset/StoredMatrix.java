package org.yuyin.dataset;

import java.util.List;
import java.util.Map;
import org.yuyin.feature.ExtractorInfo;
import org.yuyin.feature.FeatureStore;
import org.yuyin.storage.InputException;

/**
 * Vectors of the feature store in the order of some items, fetched a thousand at a time: for
 * writing a snapshot of any size from front to back. For one thread.
 */
final class StoredMatrix implements FeatureMatrix {
  private static final int AT_ONCE = 1_000;

  private final FeatureStore store;
  private final ExtractorInfo extractor;
  private final List<String> items;
  private Map<String, float[]> fetched = Map.of();
  private int fetchedFrom = -1;

  /**
   * @param items keys of the rows, each with a stored vector
   */
  StoredMatrix(FeatureStore store, ExtractorInfo extractor, List<String> items) {
    this.store = store;
    this.extractor = extractor;
    this.items = items;
  }

  @Override
  public int rows() {
    return items.size();
  }

  @Override
  public int width() {
    return extractor.width();
  }

  @Override
  public void copyRow(int row, float[] target, int offset) {
    int from = row / AT_ONCE * AT_ONCE;
    if (from != fetchedFrom) {
      var some = items.subList(from, Math.min(items.size(), from + AT_ONCE));
      fetched = store.vectors(extractor, List.copyOf(some)).await();
      fetchedFrom = from;
    }
    var vector = fetched.get(items.get(row));
    if (vector == null) {
      throw new InputException(
          "the %s vector of row %d was removed while the dataset was being made; make it again"
              .formatted(extractor.name(), row));
    }
    System.arraycopy(vector, 0, target, offset, vector.length);
  }
}
