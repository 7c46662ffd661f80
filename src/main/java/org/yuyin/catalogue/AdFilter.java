package org.yuyin.catalogue;

import java.util.Optional;

/**
 * Which ads to list; an empty choice takes all.
 *
 * @param collection of that set
 * @param category of that fine category
 * @param mergedCategory of that merged category
 * @param state included, excluded or uploaded
 * @param exclusion left out for that reason
 */
public record AdFilter(
    Optional<String> collection,
    Optional<String> category,
    Optional<String> mergedCategory,
    Optional<String> state,
    Optional<String> exclusion) {
  /** Every ad there is. */
  public static AdFilter all() {
    return new AdFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Only ads in that state. */
  public AdFilter inState(String wanted) {
    return new AdFilter(collection, category, mergedCategory, Optional.of(wanted), exclusion);
  }
}
