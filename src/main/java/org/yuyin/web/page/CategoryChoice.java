package org.yuyin.web.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yuyin.review.Guess;
import org.yuyin.review.ReviewItem;
import org.yuyin.review.ReviewTask;

/**
 * A category that a reviewer may choose.
 *
 * @param name of the category
 * @param share how much speaks for it, as the model sees it; 0 when nothing does
 */
public record CategoryChoice(String name, double share) {
  /** All of a queue's, the likeliest first, so that the shortest keys are the likeliest too. */
  static List<CategoryChoice> of(ReviewTask task, ReviewItem item) {
    var shares =
        item.subject().guesses().stream()
            .collect(Collectors.toMap(Guess::answer, Guess::share, Double::sum));
    return task.settings().categories().stream()
        .map(name -> new CategoryChoice(name, shares.getOrDefault(name, 0.0)))
        .sorted(
            Comparator.comparingDouble(CategoryChoice::share)
                .reversed()
                .thenComparing(CategoryChoice::name))
        .toList();
  }

  /** What is said of the share; empty when nothing speaks for it. */
  public Optional<Double> likely() {
    return share > 0 ? Optional.of(share) : Optional.empty();
  }
}
