package org.yuyin.review;

import java.util.List;
import java.util.Locale;
import org.yuyin.storage.InputException;

/** What a queue asks about each of its items. */
public enum ReviewKind {
  /** Does this music go with this ad? */
  RECOMMENDATION(List.of("accept", "reject", Answer.UNSURE)),
  /** Which of two pieces of music goes better with this ad? Answered with what it stands for. */
  PREFERENCE(List.of()),
  /** What does this ad advertise? Answered with a category. */
  CATEGORY(List.of()),
  /** Is the sound of this ad music? */
  MUSIC(List.of("music", "no_music", Answer.UNSURE));

  private final List<String> answers;

  ReviewKind(List<String> answers) {
    this.answers = answers;
  }

  /** As stored. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Every answer there is; empty where the queue's settings decide that. */
  List<String> answers() {
    return answers;
  }

  /** Reads what {@link #key} writes. */
  public static ReviewKind parse(String word) {
    for (var kind : values()) {
      if (kind.key().equals(word)) {
        return kind;
      }
    }
    throw new InputException(
        "a queue is of the kind recommendation, preference, category or music, not \"%s\""
            .formatted(word));
  }
}
