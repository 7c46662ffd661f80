package org.yuyin.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yuyin.dataset.Snapshot;
import org.yuyin.feature.Modality;
import org.yuyin.storage.InputException;

/**
 * What a network must know of a data set before it sees a row.
 *
 * @param widths values in a vector, by modality
 * @param classes merged categories in alphabetical order: the classes of the prediction task
 */
public record DataShape(Map<Modality, Integer> widths, List<String> classes) {
  public DataShape {
    widths = Map.copyOf(widths);
    classes = List.copyOf(classes);
  }

  /** The shape of a snapshot. */
  public static DataShape of(Snapshot snapshot) {
    var widths = new TreeMap<Modality, Integer>();
    snapshot.features().forEach((modality, matrix) -> widths.put(modality, matrix.width()));
    return new DataShape(widths, snapshot.mergedCategories());
  }

  /** Values in a vector of that modality; one that the data lacks is refused by name. */
  public int width(Modality modality) {
    var width = widths.get(modality);
    if (width == null) {
      throw new InputException(
          "the method needs %s features, which the dataset does not have"
              .formatted(modality.key()));
    }
    return width;
  }
}
