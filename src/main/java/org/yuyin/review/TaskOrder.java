package org.yuyin.review;

import java.util.List;
import java.util.Optional;
import org.yuyin.review.TaskSettings.Order;
import org.yuyin.storage.InputException;

/**
 * A queue that somebody wants.
 *
 * @param name for people
 * @param kind what is asked
 * @param ads how many ads
 * @param perAd recommendations for each ad; 1 for the other kinds
 * @param reviewers how many people judge each item
 * @param gold items whose answer is known, among the others
 * @param order in which items are shown
 * @param seed decides what is drawn
 * @param collection whose ads; empty takes all
 * @param options what is compared; only for {@link ReviewKind#PREFERENCE}
 */
public record TaskOrder(
    String name,
    ReviewKind kind,
    int ads,
    int perAd,
    int reviewers,
    int gold,
    Order order,
    long seed,
    Optional<String> collection,
    List<String> options) {
  /** Most ads in one queue. */
  public static final int MOST_ADS = 2000;

  /** Most recommendations for one ad. */
  public static final int MOST_PER_AD = 10;

  /** Most people for one item. */
  public static final int MOST_REVIEWERS = 20;

  private static final int LONGEST_NAME = 80;
  private static final String COMPARED = "(run|place):[1-9]\\d{0,8}";

  public TaskOrder {
    name = name.strip();
    options = List.copyOf(options);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new InputException(
          "a queue has a name of at most %d characters".formatted(LONGEST_NAME));
    }
    check("ads", ads, 1, MOST_ADS);
    check("recommendations for each ad", perAd, 1, MOST_PER_AD);
    check("reviewers for each item", reviewers, 1, MOST_REVIEWERS);
    check("gold items", gold, 0, ads * perAd);
    if (kind == ReviewKind.PREFERENCE) {
      checkCompared(options);
    }
  }

  private static void checkCompared(List<String> options) {
    for (var option : options) {
      if (!option.matches(COMPARED)) {
        throw new InputException(
            "what is compared is a run such as run:12 or a place such as place:3, not \"%s\""
                .formatted(option));
      }
    }
    if (options.stream().distinct().count() < 2) {
      throw new InputException(
          "a comparison needs at least two models or two places to choose from");
    }
  }

  private static void check(String what, int number, int least, int most) {
    if (number < least || number > most) {
      throw new InputException(
          "%s lie between %,d and %,d, not at %,d".formatted(what, least, most, number));
    }
  }
}
