package org.yuyin.evaluation.figure;

import java.util.List;
import java.util.Map;

/** One picture of a figure, as data. */
public sealed interface Panel {
  /** Name of its files, such as {@code figure5-yuyin}. */
  String name();

  /** What stands above it. */
  String title();

  /** The numbers that belong to the picture, in order. */
  Map<String, Double> facts();

  /**
   * Points in a plane.
   *
   * @param series points of each category
   */
  record Scatter(String name, String title, List<Points> series, Map<String, Double> facts)
      implements Panel {}

  /**
   * Points of one category and kind.
   *
   * @param category drawn in one colour
   * @param kind drawn in one shape, such as {@code video}; empty where there is only one
   * @param places (points, 2)
   */
  record Points(String category, String kind, double[][] places) {
    /** What they are, such as {@code food, video}. */
    String label() {
      return kind.isEmpty() ? category : category + ", " + kind;
    }
  }

  /**
   * Curves over a common axis.
   *
   * @param x places along the axis
   * @param axis what lies along it
   * @param series heights at those places, by label
   */
  record Curves(
      String name,
      String title,
      String axis,
      double[] x,
      Map<String, double[]> series,
      Map<String, Double> facts)
      implements Panel {}

  /**
   * Counts of categories.
   *
   * @param counts by category, in the order shown
   */
  record Bars(String name, String title, Map<String, Integer> counts, Map<String, Double> facts)
      implements Panel {}
}
