package org.yuyin.dataset;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yuyin.feature.Modality;

/**
 * What the description of a dataset says of its content.
 *
 * @param tracks different pieces of music
 * @param splits pairs by split, in the order in which they are used
 * @param mergedCategories pairs by merged category, the largest first
 * @param categories pairs by fine category, the largest first
 * @param features what describes the pairs, by modality
 */
public record DatasetContents(
    long tracks,
    List<Count> splits,
    List<Count> mergedCategories,
    List<Count> categories,
    List<Feature> features) {
  /** So many pairs are of that kind. */
  public record Count(String name, long pairs) {}

  /**
   * One matrix.
   *
   * @param width values in each row
   * @param extractor what made it; empty for an imported dataset that does not say
   */
  public record Feature(Modality modality, int width, Optional<FeatureOrigin.Used> extractor) {
    /** Whether a weaker extractor stood in for the paper's. */
    public boolean weaker() {
      return extractor.filter(FeatureOrigin.Used::substitute).isPresent();
    }
  }

  /** Reads the description of a version. */
  public static DatasetContents of(DatasetInfo info) {
    var description = info.description();
    var splits = description.getJsonObject("splits", new JsonObject());
    var widths = description.getJsonObject("widths", new JsonObject());
    return new DatasetContents(
        description.getLong("tracks", 0L),
        Arrays.stream(Split.values())
            .map(split -> new Count(split.key(), splits.getLong(split.key(), 0L)))
            .toList(),
        largestFirst(description.getJsonObject("mergedCategories", new JsonObject())),
        largestFirst(description.getJsonObject("categories", new JsonObject())),
        Arrays.stream(Modality.values())
            .filter(modality -> widths.containsKey(modality.key()))
            .map(
                modality ->
                    new Feature(
                        modality,
                        widths.getInteger(modality.key()),
                        FeatureOrigin.of(info, modality)))
            .toList());
  }

  private static List<Count> largestFirst(JsonObject counts) {
    return counts.fieldNames().stream()
        .map(name -> new Count(name, counts.getLong(name)))
        .sorted(Comparator.comparingLong(Count::pairs).reversed().thenComparing(Count::name))
        .toList();
  }
}
