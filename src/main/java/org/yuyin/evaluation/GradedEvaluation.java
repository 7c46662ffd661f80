package org.yuyin.evaluation;

import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How well a model ranks what people have graded: nDCG@10 with gains of 2^grade - 1 (Burges and
 * others, 2005), over the graded tracks of each ad alone, since nobody knows about the others (the
 * condensed lists of Sakai, 2007).
 *
 * @param ndcg mean over ads, with its interval
 * @param random what a random order of the same tracks gives
 * @param ads with at least two tracks of different grades: of the others every order is as good
 * @param tracks graded for them
 */
public record GradedEvaluation(Estimate ndcg, double random, int ads, int tracks) {
  /** Places that count. */
  public static final int PLACES = 10;

  /**
   * Measures rankings.
   *
   * @param rankings for each ad the grades of its graded tracks, in the order of the model
   * @return empty when no ad tells one order from another
   */
  public static Optional<GradedEvaluation> of(List<List<Double>> rankings) {
    var telling = rankings.stream().filter(it -> it.stream().distinct().count() > 1).toList();
    if (telling.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new GradedEvaluation(
            Bootstrap.mean(telling.stream().mapToDouble(GradedEvaluation::ndcg).toArray()),
            telling.stream().mapToDouble(GradedEvaluation::ofRandom).average().orElseThrow(),
            telling.size(),
            telling.stream().mapToInt(List::size).sum()));
  }

  /** Of one ranking, at least one grade of which is above 0. */
  static double ndcg(List<Double> grades) {
    return gained(grades) / ideal(grades);
  }

  /** Expected when every order is as likely: each place gains the mean. */
  static double ofRandom(List<Double> grades) {
    double mean = grades.stream().mapToDouble(GradedEvaluation::gain).average().orElseThrow();
    double discounts = 0;
    for (int place = 0; place < Math.min(PLACES, grades.size()); place++) {
      discounts += discount(place);
    }
    return mean * discounts / ideal(grades);
  }

  private static double ideal(List<Double> grades) {
    return gained(grades.stream().sorted(Comparator.reverseOrder()).toList());
  }

  private static double gained(List<Double> grades) {
    double sum = 0;
    for (int place = 0; place < Math.min(PLACES, grades.size()); place++) {
      sum += gain(grades.get(place)) * discount(place);
    }
    return sum;
  }

  private static double gain(double grade) {
    return Math.pow(2, grade) - 1;
  }

  private static double discount(int place) {
    return Math.log(2) / Math.log(place + 2);
  }

  /** Value, interval, baseline and counts. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("ndcg@" + PLACES, ndcg.value())
        .put("low", ndcg.low())
        .put("high", ndcg.high())
        .put("random", random)
        .put("ads", ads)
        .put("tracks", tracks);
  }
}
