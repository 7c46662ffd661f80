package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuyin.model.block.Scaled;

/** Puts a loss together from weighted parts, in the order they are shown. */
final class LossParts {
  private final Map<String, NDArray> parts = new LinkedHashMap<>();
  private @Nullable NDArray total;

  /** Adds a scalar. */
  LossParts add(String name, double weight, NDArray part) {
    parts.put(name, part);
    var weighted = weight == 1 ? part : Scaled.by(part, weight);
    total = total == null ? weighted : total.add(weighted);
    return this;
  }

  /**
   * The sum.
   *
   * @param pass whose statistics are kept with it
   */
  Losses losses(Pass pass) {
    if (total == null) {
      throw new IllegalStateException("a loss without parts");
    }
    return new Losses(total, parts, pass.kept());
  }
}
