package org.yuyin.evaluation.projection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which sides of the pairs are laid out. */
public enum ProjectionKind {
  /** Music alone: the paper's Figure 5. */
  MUSIC,
  /** Pictures alone. */
  VIDEO,
  /** Pictures and music together: Figure 7. */
  BOTH;

  /** As stored. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #key} gave. */
  public static Optional<ProjectionKind> of(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }

  /** Points for each pair. */
  int sides() {
    return this == BOTH ? 2 : 1;
  }
}
