package org.yuyin.dataset;

import java.util.Locale;
import org.yuyin.storage.InputException;

/** What a pair is used for. */
public enum Split {
  /** Learned from. */
  TRAIN,
  /** Watched while learning: chooses the checkpoint. */
  EVALUATION,
  /** Reported on. */
  TEST;

  /** Lower-case name, as in a manifest. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a manifest's word; {@code val}, {@code valid}, {@code eval} and {@code dev} mean
   * evaluation.
   */
  public static Split parse(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "train" -> TRAIN;
      case "test" -> TEST;
      case "evaluation", "eval", "val", "valid", "validation", "dev" -> EVALUATION;
      default ->
          throw new InputException(
              "split is train, evaluation or test, not \"%s\"".formatted(word));
    };
  }
}
