package org.yuyin.review.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far two people agree beyond chance (Cohen, 1960): 1 always, 0 as often as guessing with their
 * own preferences would.
 *
 * @param value kappa
 * @param low lower end of the 95 % interval
 * @param high upper end
 * @param items judged by both
 */
public record CohenKappa(double value, double low, double high, int items) {
  private static final double NORMAL_95 = 1.959964;

  /**
   * Compares answers to the same items.
   *
   * @param first answers of one person
   * @param second of the other, in the same order
   * @return empty without a common item, or where both gave one and the same answer throughout
   */
  public static Optional<CohenKappa> of(List<String> first, List<String> second) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          "%d answers against %d".formatted(first.size(), second.size()));
    }
    int items = first.size();
    double alike = 0;
    for (int i = 0; i < items; i++) {
      alike += first.get(i).equals(second.get(i)) ? 1 : 0;
    }
    double observed = alike / items;
    double expected = expected(shares(first), shares(second));
    if (items == 0 || expected == 1) {
      return Optional.empty();
    }
    double kappa = (observed - expected) / (1 - expected);
    double error = Math.sqrt(observed * (1 - observed) / items) / (1 - expected);
    return Optional.of(
        new CohenKappa(
            kappa,
            Math.max(-1, kappa - NORMAL_95 * error),
            Math.min(1, kappa + NORMAL_95 * error),
            items));
  }

  private static double expected(Map<String, Double> first, Map<String, Double> second) {
    return first.entrySet().stream()
        .mapToDouble(entry -> entry.getValue() * second.getOrDefault(entry.getKey(), 0.0))
        .sum();
  }

  private static Map<String, Double> shares(List<String> answers) {
    var shares = new HashMap<String, Double>();
    answers.forEach(answer -> shares.merge(answer, 1.0 / answers.size(), Double::sum));
    return shares;
  }
}
