package org.yuyin.evaluation.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.yuyin.dataset.Pair;

/** As many pairs of every merged category as are asked for, drawn at random; all of a rarer one. */
public final class CategorySample {
  private CategorySample() {}

  /**
   * Draws pairs.
   *
   * @param each how many of each category at most
   * @return rows, in ascending order
   */
  public static int[] rows(List<Pair> pairs, int each, long seed) {
    var byCategory = new TreeMap<String, List<Integer>>();
    for (int row = 0; row < pairs.size(); row++) {
      byCategory.computeIfAbsent(pairs.get(row).mergedCategory(), c -> new ArrayList<>()).add(row);
    }
    var random = new Random(seed);
    return byCategory.values().stream()
        .flatMap(
            rows -> {
              Collections.shuffle(rows, random);
              return rows.stream().limit(each);
            })
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }
}
