package org.yuyin.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An item with everything that people decided about it.
 *
 * @param id of the item
 * @param adId the ad
 * @param adName how it is called
 * @param subject what was judged
 * @param gold the answer that is known to be right
 * @param decisions in the order in which they were made
 */
public record JudgedItem(
    long id,
    long adId,
    String adName,
    Subject subject,
    Optional<String> gold,
    List<RawDecision> decisions) {
  public JudgedItem {
    decisions = List.copyOf(decisions);
  }

  /** Answers of those who were sure. */
  public List<String> answers() {
    return decisions.stream()
        .map(decision -> decision.answer().value())
        .filter(answer -> !answer.equals(Answer.UNSURE))
        .toList();
  }

  /** Ratings that were given. */
  public List<Integer> ratings() {
    return decisions.stream().flatMap(decision -> decision.answer().rating().stream()).toList();
  }

  /** Whether two people who were sure said different things. */
  public boolean conflicting() {
    return answers().stream().distinct().count() > 1;
  }

  /** What more than half of those who were sure said. */
  public Optional<String> majority() {
    var answers = answers();
    return answers.stream()
        .collect(Collectors.groupingBy(answer -> answer, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(counted -> 2 * counted.getValue() > answers.size())
        .map(java.util.Map.Entry::getKey)
        .findFirst();
  }
}
