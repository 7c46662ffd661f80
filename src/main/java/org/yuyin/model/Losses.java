package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A loss and what it is made of.
 *
 * @param total scalar; what is minimised
 * @param parts scalars by name, unweighted, in the order they are shown
 * @param kept new values of kept weights by name, such as running statistics, that take effect with
 *     the step; none when the loss is only measured
 */
public record Losses(NDArray total, Map<String, NDArray> parts, Map<String, NDArray> kept) {
  public Losses {
    parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    kept = Map.copyOf(kept);
  }

  /** A loss of a network that keeps nothing. */
  public Losses(NDArray total, Map<String, NDArray> parts) {
    this(total, parts, Map.of());
  }

  /** A part by its name. */
  public NDArray part(String name) {
    var found = parts.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "the loss has no part \"%s\"; it has %s".formatted(name, parts.keySet()));
    }
    return found;
  }
}
