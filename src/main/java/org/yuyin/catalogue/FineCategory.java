package org.yuyin.catalogue;

/**
 * A fine category and what it is merged into.
 *
 * @param counts its name, what it is merged into, and how many ads it has
 * @param origin who says what it is merged into: paper, manifest, folder or user
 */
public record FineCategory(CatalogueCounts.Category counts, String origin) {
  /** Its name. */
  public String name() {
    return counts.name();
  }

  /** What it is merged into. */
  public String merged() {
    return counts.merged();
  }

  /** Whether a person said what it is merged into. */
  public boolean byHand() {
    return origin.equals("user");
  }
}
