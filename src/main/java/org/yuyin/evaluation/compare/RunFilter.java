package org.yuyin.evaluation.compare;

import java.util.Locale;
import java.util.Optional;

/**
 * Which runs a list shows, and in what order.
 *
 * @param dataset name and version, such as {@code demo@2}
 * @param method as on the command line
 * @param state of at least one run of a group
 * @param text that must stand in number, method, dataset, settings, device or error
 * @param sort by what
 * @param descending whether the largest comes first; what has no value comes last either way
 */
public record RunFilter(
    Optional<String> dataset,
    Optional<String> method,
    Optional<String> state,
    Optional<String> text,
    Sort sort,
    boolean descending) {

  /** What a list can be sorted by. */
  public enum Sort {
    /** When the newest run of the group was asked for. */
    STARTED("max(id)"),
    METHOD("method"),
    DATASET("label"),
    RUNS("count(*)"),
    LOSS("avg(best_loss)"),
    RECALL("avg(recall)"),
    TIME("sum(learning_seconds)");

    private final String sql;

    Sort(String sql) {
      this.sql = sql;
    }

    /** As in an address. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Everything, the newest first. */
  public static RunFilter all() {
    return new RunFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Sort.STARTED, true);
  }

  /** Whether it leaves anything out. */
  public boolean narrows() {
    return dataset.isPresent() || method.isPresent() || state.isPresent() || text.isPresent();
  }

  String order() {
    return "%s %s NULLS LAST, max(id) DESC".formatted(sort.sql, descending ? "DESC" : "ASC");
  }
}
