package org.yuyin.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yuyin.model.Losses;

/**
 * Losses of an epoch's batches so far, weighted by their sizes, so that the epoch's mean does not
 * depend on how it was cut.
 *
 * @param pairs summed over
 * @param total sum of the losses
 * @param parts sums of the losses' parts
 */
public record LossSums(long pairs, double total, Map<String, Double> parts) {
  static LossSums none() {
    return new LossSums(0, 0, Map.of());
  }

  /** With one more batch. */
  LossSums plus(long size, Losses losses) {
    var sums = new LinkedHashMap<>(parts);
    losses
        .parts()
        .forEach((name, part) -> sums.merge(name, size * (double) part.getFloat(), Double::sum));
    return new LossSums(pairs + size, total + size * (double) losses.total().getFloat(), sums);
  }

  double mean() {
    return total / pairs;
  }

  Map<String, Double> partMeans() {
    var means = new LinkedHashMap<String, Double>();
    parts.forEach((name, sum) -> means.put(name, sum / pairs));
    return means;
  }
}
