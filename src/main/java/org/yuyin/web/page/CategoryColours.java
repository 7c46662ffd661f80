package org.yuyin.web.page;

import java.util.List;
import java.util.Optional;

/**
 * One colour for each merged category, the same on every page: the n-th in alphabetical order has
 * the n-th of the eight colours of the tokens.
 */
public final class CategoryColours {
  private static final int COLOURS = 8;

  private final List<String> mergedCategories;

  CategoryColours(List<String> mergedCategories) {
    this.mergedCategories = mergedCategories;
  }

  /** Name of the style class that sets the colour; empty for an unknown category. */
  public String styleOf(Optional<String> mergedCategory) {
    return mergedCategory
        .map(mergedCategories::indexOf)
        .filter(place -> place >= 0)
        .map(place -> "cat-" + (place % COLOURS + 1))
        .orElse("");
  }

  /** The same for a category that is there. */
  public String style(String mergedCategory) {
    return styleOf(Optional.of(mergedCategory));
  }
}
