package org.yuyin.review.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far any number of people agree beyond chance, also where not everybody judged everything
 * (Krippendorff, 2011, "Computing Krippendorff's Alpha-Reliability"): 1 always, 0 as by chance.
 *
 * @param value alpha
 * @param items with at least two answers
 * @param answers to them
 */
public record KrippendorffAlpha(double value, int items, int answers) {

  /** For words: two answers are alike or not. */
  public static Optional<KrippendorffAlpha> nominal(List<List<String>> units) {
    return of(units, (one, other, all) -> one.equals(other) ? 0 : 1);
  }

  /** For grades: the further apart, the worse, by how many answers lie between the two. */
  public static Optional<KrippendorffAlpha> ordinal(List<List<Integer>> units) {
    return of(units, KrippendorffAlpha::ordinalDistance);
  }

  /** For measurements: the worse, the larger the square of the difference. */
  public static Optional<KrippendorffAlpha> interval(List<List<Integer>> units) {
    return of(units, (one, other, all) -> Math.pow(one - other, 2));
  }

  /** How bad it is when two answers to an item differ. */
  private interface Distance<T> {
    /**
     * @param all how often each answer was given
     */
    double between(T one, T other, Map<T, Double> all);
  }

  private static <T extends Comparable<T>> Optional<KrippendorffAlpha> of(
      List<List<T>> units, Distance<T> distance) {
    var compared = units.stream().filter(unit -> unit.size() > 1).toList();
    var all = new TreeMap<T, Double>();
    compared.forEach(unit -> unit.forEach(answer -> all.merge(answer, 1.0, Double::sum)));
    double n = all.values().stream().mapToDouble(count -> count).sum();
    double observed = 0;
    for (var unit : compared) {
      observed += sum(counts(unit), all, distance) / (unit.size() - 1);
    }
    double expected = sum(all, all, distance) / (n - 1);
    return compared.isEmpty() || expected == 0
        ? Optional.empty()
        : Optional.of(new KrippendorffAlpha(1 - observed / expected, compared.size(), (int) n));
  }

  /** Over all pairs of these answers. */
  private static <T> double sum(Map<T, Double> counts, Map<T, Double> all, Distance<T> distance) {
    double sum = 0;
    for (var one : counts.entrySet()) {
      for (var other : counts.entrySet()) {
        sum +=
            one.getValue() * other.getValue() * distance.between(one.getKey(), other.getKey(), all);
      }
    }
    return sum;
  }

  private static <T> Map<T, Double> counts(List<T> unit) {
    var counts = new HashMap<T, Double>();
    unit.forEach(answer -> counts.merge(answer, 1.0, Double::sum));
    return counts;
  }

  private static double ordinalDistance(Integer one, Integer other, Map<Integer, Double> all) {
    int low = Math.min(one, other);
    int high = Math.max(one, other);
    double between = 0;
    for (var count : all.entrySet()) {
      if (count.getKey() >= low && count.getKey() <= high) {
        between += count.getValue();
      }
    }
    double ends = (all.getOrDefault(low, 0.0) + all.getOrDefault(high, 0.0)) / 2;
    return Math.pow(between - ends, 2);
  }
}
