package org.yuyin.review;

import java.util.Optional;
import org.yuyin.storage.InputException;

/**
 * What a reviewer says about an item.
 *
 * @param value the answer itself, one of {@link ReviewTask#answers}
 * @param rating 1 to 5, where 5 is best
 * @param reason one word for why
 * @param comment anything else
 * @param seconds from when the item was shown to when it was decided
 */
public record Answer(
    String value,
    Optional<Integer> rating,
    Optional<String> reason,
    Optional<String> comment,
    double seconds) {
  /** Abstains: counts as no judgement wherever people are compared. */
  public static final String UNSURE = "unsure";

  /** Neither of two is better. */
  public static final String TIE = "tie";

  private static final int BEST = 5;
  private static final int LONGEST_REASON = 60;
  private static final int LONGEST_COMMENT = 2000;

  public Answer {
    if (rating.isPresent() && (rating.get() < 1 || rating.get() > BEST)) {
      throw new InputException("a rating lies between 1 and 5, not at " + rating.get());
    }
    if (!(seconds >= 0) || Double.isInfinite(seconds)) {
      throw new InputException("seconds are a number from 0, not " + seconds);
    }
    checkLength("reason", reason, LONGEST_REASON);
    checkLength("comment", comment, LONGEST_COMMENT);
  }

  /** Just that. */
  public static Answer of(String value) {
    return new Answer(value, Optional.empty(), Optional.empty(), Optional.empty(), 0);
  }

  /** The same with another value. */
  Answer withValue(String other) {
    return new Answer(other, rating, reason, comment, seconds);
  }

  private static void checkLength(String what, Optional<String> text, int most) {
    if (text.isPresent() && text.get().length() > most) {
      throw new InputException(
          "a %s has at most %,d characters, this one has %,d"
              .formatted(what, most, text.get().length()));
    }
  }
}
