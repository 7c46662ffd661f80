package org.yuyin.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.yuyin.storage.InputException;

/**
 * A queue: many items that are judged in the same way.
 *
 * @param id of the queue
 * @param name for people
 * @param kind what is asked
 * @param reviewers how many people judge each item
 * @param settings how it was made
 * @param createdAt when
 */
public record ReviewTask(
    long id,
    String name,
    ReviewKind kind,
    int reviewers,
    TaskSettings settings,
    Instant createdAt) {
  /** Every answer that may be given. */
  public List<String> answers() {
    var answers = new ArrayList<>(kind.answers());
    switch (kind) {
      case PREFERENCE -> {
        answers.addAll(settings.options());
        answers.add(Answer.TIE);
      }
      case CATEGORY -> {
        answers.addAll(settings.categories());
        answers.add(Answer.UNSURE);
      }
      case RECOMMENDATION, MUSIC -> {}
    }
    return List.copyOf(answers);
  }

  /** Refuses an answer that this queue does not know. */
  public void check(String answer) {
    if (!answers().contains(answer)) {
      throw new InputException(
          "\"%s\" is no answer here; there are %s".formatted(answer, String.join(", ", answers())));
    }
  }
}
