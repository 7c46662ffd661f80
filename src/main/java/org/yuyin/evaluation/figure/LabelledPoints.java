package org.yuyin.evaluation.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Points of the common space with what they are.
 *
 * @param points (points, width)
 * @param categories one for each point: what they should stand apart by
 * @param kinds one for each point, such as {@code video}; empty where there is only one
 */
public record LabelledPoints(float[][] points, List<String> categories, List<String> kinds) {
  public LabelledPoints {
    categories = List.copyOf(categories);
    kinds = List.copyOf(kinds);
    if (points.length != categories.size() || points.length != kinds.size()) {
      throw new IllegalArgumentException("every point needs a category and a kind");
    }
  }

  private record Group(String category, String kind) {}

  /**
   * The points laid out, with the numbers that say how far the categories stand apart, in the
   * picture and in the common space itself.
   *
   * @param layout (points, 2)
   */
  public Panel.Scatter panel(String name, String title, double[][] layout) {
    var labels = numbered();
    var seen = Separation.of(layout, labels);
    var real = Separation.of(Tsne.doubles(points), labels);
    var facts = new LinkedHashMap<String, Double>();
    facts.put("silhouette in the picture", seen.silhouette());
    facts.put("10-NN accuracy in the picture", seen.neighbourAccuracy());
    facts.put("silhouette in the common space", real.silhouette());
    facts.put("10-NN accuracy in the common space", real.neighbourAccuracy());
    return new Panel.Scatter(name, title, series(layout), facts);
  }

  private int[] numbered() {
    var known = categories.stream().distinct().sorted().toList();
    return categories.stream().mapToInt(known::indexOf).toArray();
  }

  private List<Panel.Points> series(double[][] layout) {
    var order = Comparator.comparing(Group::category).thenComparing(Group::kind);
    Map<Group, List<double[]>> byGroup = new TreeMap<>(order);
    for (int i = 0; i < layout.length; i++) {
      var group = new Group(categories.get(i), kinds.get(i));
      byGroup.computeIfAbsent(group, _ -> new ArrayList<>()).add(layout[i]);
    }
    return byGroup.entrySet().stream()
        .map(
            entry ->
                new Panel.Points(
                    entry.getKey().category(),
                    entry.getKey().kind(),
                    entry.getValue().toArray(double[][]::new)))
        .toList();
  }
}
