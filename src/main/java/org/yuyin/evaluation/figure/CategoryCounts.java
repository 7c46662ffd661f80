package org.yuyin.evaluation.figure;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yuyin.dataset.Pair;

/** How many ads each category has before and after merging: the paper's Figure 2. */
public final class CategoryCounts {
  private CategoryCounts() {}

  /** Before and after, the most frequent first. */
  public static List<Panel.Bars> panels(List<Pair> pairs) {
    return List.of(
        panel("figure2-before", "Ads by category, before merging", pairs, Pair::category),
        panel("figure2-after", "Ads by category, after merging", pairs, Pair::mergedCategory));
  }

  private static Panel.Bars panel(
      String name, String title, List<Pair> pairs, Function<Pair, String> category) {
    var counts = new LinkedHashMap<String, Integer>();
    pairs.stream()
        .collect(Collectors.groupingBy(category, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue().intValue()));
    return new Panel.Bars(name, title, counts, Map.of("ads", (double) pairs.size()));
  }
}
