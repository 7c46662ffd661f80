package org.yuyin.evaluation.table;

import java.util.List;
import java.util.Optional;

/**
 * One of the paper's tables as far as stored trainings give it.
 *
 * @param comparison of the lines that are whole; empty when none is
 * @param missing the others, in the table's order
 */
public record StoredTable(Optional<Comparison> comparison, List<Missing> missing) {
  public StoredTable {
    missing = List.copyOf(missing);
  }

  /**
   * A line that cannot be shown.
   *
   * @param entry the line
   * @param reason why
   * @param found how many of its trainings are there
   * @param wanted how many it takes
   */
  public record Missing(PaperTable.Entry entry, Reason reason, int found, int wanted) {}

  /** Why a line cannot be shown. */
  public enum Reason {
    /** Nothing was trained for it. */
    NOTHING,
    /** Some seeds or folds are not trained or not evaluated. */
    INCOMPLETE,
    /** Evaluated by a version that kept no single queries. */
    NO_QUERIES,
    /** Tested on other folds than the reference, so the pools differ. */
    OTHER_FOLDS
  }
}
