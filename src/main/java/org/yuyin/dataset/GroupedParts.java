package org.yuyin.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Deals pairs out to parts of given shares so that all pairs of a track land in one part and every
 * category is spread like the whole. Depends on ids, categories and seed, not on the order of rows.
 */
final class GroupedParts {
  private final List<Pair> pairs;
  private final double[] shares;
  private final Random random;
  private final int[] partOfRow;
  // What the categories dealt so far still owe each part: rounding errors of many small categories
  // would otherwise all fall to the same side.
  private final double[] owed;

  private record Group(String track, List<Integer> rows) {}

  private GroupedParts(List<Pair> pairs, double[] shares, long seed) {
    this.pairs = pairs;
    this.shares = shares;
    this.random = new Random(seed);
    this.partOfRow = new int[pairs.size()];
    this.owed = new double[shares.length];
  }

  /**
   * The part of every row.
   *
   * @param rows which pairs to deal out; the others get -1
   * @param shares of the parts, summing to 1
   */
  static int[] deal(List<Pair> pairs, int[] rows, double[] shares, long seed) {
    var deal = new GroupedParts(pairs, shares, seed);
    Arrays.fill(deal.partOfRow, -1);
    deal.dealAll(rows);
    return deal.partOfRow;
  }

  private void dealAll(int[] rows) {
    var byCategory = new TreeMap<String, List<Group>>();
    for (var group : groups(rows)) {
      byCategory.computeIfAbsent(mainCategory(group), c -> new ArrayList<>()).add(group);
    }
    var categories = new ArrayList<>(byCategory.values());
    Collections.shuffle(categories, random);
    categories.forEach(this::dealCategory);
  }

  private List<Group> groups(int[] rows) {
    Map<String, List<Integer>> byTrack = new TreeMap<>();
    for (int row : rows) {
      byTrack.computeIfAbsent(pairs.get(row).trackId(), t -> new ArrayList<>()).add(row);
    }
    return byTrack.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
  }

  private String mainCategory(Group group) {
    var counts =
        group.rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> pairs.get(row).category(), TreeMap::new, Collectors.counting()));
    // The first of the most frequent.
    return Collections.max(
            counts.entrySet(),
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
        .getKey();
  }

  /** The largest groups first, each to the part that lacks most; equal lacks in random order. */
  private void dealCategory(List<Group> groups) {
    int total = groups.stream().mapToInt(g -> g.rows().size()).sum();
    for (int part = 0; part < shares.length; part++) {
      owed[part] += shares[part] * total;
    }
    var shuffled = new ArrayList<>(groups);
    Collections.shuffle(shuffled, random);
    shuffled.sort(Comparator.comparingInt((Group g) -> g.rows().size()).reversed());
    var order = shuffledParts();
    for (var group : shuffled) {
      int chosen = order.getFirst();
      for (int part : order) {
        // A hair's breadth of rounding must not decide in place of the random order.
        if (owed[part] > owed[chosen] + 1e-9) {
          chosen = part;
        }
      }
      owed[chosen] -= group.rows().size();
      for (int row : group.rows()) {
        partOfRow[row] = chosen;
      }
    }
  }

  private List<Integer> shuffledParts() {
    var parts = new ArrayList<Integer>();
    for (int part = 0; part < shares.length; part++) {
      parts.add(part);
    }
    Collections.shuffle(parts, random);
    return parts;
  }
}
