package org.yuyin.review.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far several people agree beyond chance, where every item was judged by the same number of
 * them, who may differ from item to item (Fleiss, 1971).
 *
 * @param value kappa
 * @param items with that number of answers
 * @param people answers to each item
 */
public record FleissKappa(double value, int items, int people) {
  /**
   * Compares the answers to each item; items with another number of answers are passed over.
   *
   * @param units for each item its answers
   * @param people answers wanted to an item, at least 2
   * @return empty without such an item, or where there is only one answer throughout
   */
  public static Optional<FleissKappa> of(List<List<String>> units, int people) {
    if (people < 2) {
      throw new IllegalArgumentException("agreement needs 2 answers to an item, not " + people);
    }
    var full = units.stream().filter(unit -> unit.size() == people).toList();
    var shares = new HashMap<String, Double>();
    double observed = 0;
    for (var unit : full) {
      var counts = unit.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
      for (var count : counts.entrySet()) {
        double n = count.getValue();
        observed += n * (n - 1) / (people * (people - 1.0)) / full.size();
        shares.merge(count.getKey(), n / people / full.size(), Double::sum);
      }
    }
    double expected = shares.values().stream().mapToDouble(share -> share * share).sum();
    return full.isEmpty() || 1 - expected < 1e-12
        ? Optional.empty()
        : Optional.of(new FleissKappa((observed - expected) / (1 - expected), full.size(), people));
  }
}
