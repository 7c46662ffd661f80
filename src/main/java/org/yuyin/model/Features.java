package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.yuyin.feature.Modality;

/**
 * A batch of raw feature vectors, (batch, width of the modality) each. Whoever made the arrays
 * closes them.
 */
public record Features(Map<Modality, NDArray> arrays) {
  public Features {
    arrays = Map.copyOf(arrays);
  }

  /** The vectors of a modality. */
  public NDArray get(Modality modality) {
    var found = arrays.get(modality);
    if (found == null) {
      throw new IllegalArgumentException("the batch has no " + modality.key() + " features");
    }
    return found;
  }
}
