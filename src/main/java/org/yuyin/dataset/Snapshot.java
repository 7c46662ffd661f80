package org.yuyin.dataset;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.yuyin.feature.Modality;
import org.yuyin.storage.InputException;

/**
 * An immutable dataset: pairs, and for each modality a matrix whose rows are in the order of the
 * pairs.
 *
 * @param name as on the command line
 * @param contentHash SHA-256 over manifest and matrices; stored with every result
 * @param pairs one for each row
 * @param features by modality
 */
public record Snapshot(
    String name, String contentHash, List<Pair> pairs, Map<Modality, FeatureMatrix> features) {
  public Snapshot {
    pairs = List.copyOf(pairs);
    features = Map.copyOf(features);
    for (var entry : features.entrySet()) {
      if (entry.getValue().rows() != pairs.size()) {
        throw new InputException(
            "dataset %s has %d pairs but %d %s vectors"
                .formatted(name, pairs.size(), entry.getValue().rows(), entry.getKey().key()));
      }
    }
  }

  /** The matrix of a modality; one that is missing is refused by name. */
  public FeatureMatrix matrix(Modality modality) {
    var found = features.get(modality);
    if (found == null) {
      throw new InputException("dataset %s has no %s features".formatted(name, modality.key()));
    }
    return found;
  }

  /** Rows of one split, in order. */
  public int[] rowsOf(Split split) {
    return IntStream.range(0, pairs.size())
        .filter(row -> pairs.get(row).split() == split)
        .toArray();
  }

  /**
   * A view of the same features with splits replaced.
   *
   * @param splits one for each pair
   */
  public Snapshot withSplits(List<Split> splits) {
    if (splits.size() != pairs.size()) {
      throw new IllegalArgumentException(
          "%d splits for %d pairs".formatted(splits.size(), pairs.size()));
    }
    var replaced =
        IntStream.range(0, splits.size())
            .mapToObj(row -> pairs.get(row).withSplit(splits.get(row)))
            .toList();
    return new Snapshot(name, contentHash, replaced, features);
  }

  /** Merged categories in alphabetical order: the classes of the prediction task. */
  public List<String> mergedCategories() {
    return pairs.stream().map(Pair::mergedCategory).distinct().sorted().toList();
  }
}
