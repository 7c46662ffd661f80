package org.yuyin.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yuyin.review.agreement.BradleyTerry;
import org.yuyin.review.agreement.CohenKappa;
import org.yuyin.review.agreement.FleissKappa;
import org.yuyin.review.agreement.KrippendorffAlpha;

/**
 * How far the reviewers of a queue agree. Who is unsure says nothing and is left out of every
 * measure but the share of unsure answers.
 *
 * @param pairs every two people with items in common, those with the most first
 * @param fleiss over items with as many sure answers as the queue asks for
 * @param krippendorff over all answers
 * @param ratings over all ratings, as grades
 * @param reviewers how each of them works
 */
public record Agreement(
    List<Pair> pairs,
    Optional<FleissKappa> fleiss,
    Optional<KrippendorffAlpha> krippendorff,
    Optional<KrippendorffAlpha> ratings,
    List<Worker> reviewers) {
  private static final int MOST_PAIRS = 15;
  // Half a win each way beforehand: keeps the score of what won always finite.
  private static final double PRIOR = 0.5;

  /** Two people who judged some of the same items. */
  public record Pair(String first, String second, CohenKappa kappa) {}

  /**
   * One reviewer.
   *
   * @param name of the reviewer
   * @param decisions made
   * @param unsure of them
   * @param gold decisions about items whose answer is known
   * @param right of those
   * @param seconds for one decision, the median
   */
  public record Worker(
      String name, int decisions, int unsure, int gold, int right, double seconds) {}

  /**
   * How one of the things compared does.
   *
   * @param option what it is
   * @param wins comparisons it won
   * @param ties comparisons without a winner
   * @param losses comparisons it lost
   * @param standing its score
   */
  public record Preference(
      String option, int wins, int ties, int losses, BradleyTerry.Standing standing) {}

  /** Of the items of a queue. */
  public static Agreement of(ReviewTask task, List<JudgedItem> items) {
    var answers = items.stream().map(JudgedItem::answers).toList();
    return new Agreement(
        pairs(items),
        task.reviewers() < 2 ? Optional.empty() : FleissKappa.of(answers, task.reviewers()),
        KrippendorffAlpha.nominal(answers),
        KrippendorffAlpha.ordinal(items.stream().map(JudgedItem::ratings).toList()),
        reviewers(items));
  }

  /** What is preferred in a blind comparison; empty before the first decision. */
  public static List<Preference> preferences(ReviewTask task, List<JudgedItem> items) {
    var options = task.settings().options().stream().distinct().toList();
    int[][] won = new int[options.size()][options.size()];
    int[][] tied = new int[options.size()][options.size()];
    boolean any = false;
    for (var item : items) {
      int one = options.indexOf(item.subject().candidates().getFirst().option());
      int other = options.indexOf(item.subject().candidates().getLast().option());
      for (var answer : item.answers()) {
        any = true;
        int winner = options.indexOf(answer);
        if (winner < 0) {
          tied[one][other]++;
          tied[other][one]++;
        } else {
          won[winner][winner == one ? other : one]++;
        }
      }
    }
    return any ? preferences(options, won, tied) : List.of();
  }

  private static List<Preference> preferences(List<String> options, int[][] won, int[][] tied) {
    var wins = new double[options.size()][options.size()];
    for (int i = 0; i < wins.length; i++) {
      for (int j = 0; j < wins.length; j++) {
        wins[i][j] = won[i][j] + tied[i][j] / 2.0;
      }
    }
    var standings = BradleyTerry.of(wins, PRIOR).standings();
    var preferences = new ArrayList<Preference>();
    for (int i = 0; i < wins.length; i++) {
      int place = i;
      int lost = java.util.Arrays.stream(won).mapToInt(row -> row[place]).sum();
      preferences.add(
          new Preference(options.get(i), sum(won[i]), sum(tied[i]), lost, standings.get(i)));
    }
    preferences.sort((a, b) -> Double.compare(b.standing().score(), a.standing().score()));
    return List.copyOf(preferences);
  }

  private static int sum(int[] counts) {
    return java.util.Arrays.stream(counts).sum();
  }

  private static List<Pair> pairs(List<JudgedItem> items) {
    var answers = new TreeMap<String, Map<Long, String>>();
    for (var item : items) {
      for (var decision : item.decisions()) {
        if (!decision.answer().value().equals(Answer.UNSURE)) {
          answers
              .computeIfAbsent(decision.reviewer(), name -> new TreeMap<>())
              .put(item.id(), decision.answer().value());
        }
      }
    }
    var names = List.copyOf(answers.keySet());
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        compare(names.get(i), names.get(j), answers).ifPresent(pairs::add);
      }
    }
    pairs.sort((a, b) -> Integer.compare(b.kappa().items(), a.kappa().items()));
    return pairs.stream().limit(MOST_PAIRS).toList();
  }

  private static Optional<Pair> compare(
      String first, String second, Map<String, Map<Long, String>> answers) {
    var ofFirst = answers.getOrDefault(first, Map.of());
    var ofSecond = answers.getOrDefault(second, Map.of());
    var common = ofFirst.keySet().stream().filter(ofSecond::containsKey).toList();
    return CohenKappa.of(
            common.stream().map(ofFirst::get).toList(), common.stream().map(ofSecond::get).toList())
        .map(kappa -> new Pair(first, second, kappa));
  }

  private static List<Worker> reviewers(List<JudgedItem> items) {
    record Judged(JudgedItem item, RawDecision decision) {}
    return items.stream()
        .flatMap(item -> item.decisions().stream().map(decision -> new Judged(item, decision)))
        .collect(
            Collectors.groupingBy(
                it -> it.decision().reviewer(), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            entry -> {
              var all = entry.getValue();
              var gold = all.stream().filter(it -> it.item().gold().isPresent()).toList();
              long right =
                  gold.stream()
                      .filter(
                          it ->
                              it.item().gold().equals(Optional.of(it.decision().answer().value())))
                      .count();
              long unsure =
                  all.stream()
                      .filter(it -> it.decision().answer().value().equals(Answer.UNSURE))
                      .count();
              var seconds =
                  all.stream()
                      .mapToDouble(it -> it.decision().answer().seconds())
                      .sorted()
                      .toArray();
              return new Worker(
                  entry.getKey(),
                  all.size(),
                  (int) unsure,
                  gold.size(),
                  (int) right,
                  seconds[seconds.length / 2]);
            })
        .toList();
  }
}
