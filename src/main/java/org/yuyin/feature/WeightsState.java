package org.yuyin.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;
import org.yuyin.storage.Sha256;

/**
 * What was found in the place of a file of weights.
 *
 * @param weights what belongs there
 * @param file where it was looked for
 * @param condition whether it can be used
 * @param bytes size of what is there; null when nothing is
 * @param sha256 of what is there; null when nothing is
 * @param note what it holds, or why it cannot be used and what to do
 */
public record WeightsState(
    WeightsFile weights,
    Path file,
    Condition condition,
    @Nullable Long bytes,
    @Nullable String sha256,
    String note) {

  /** Whether a file of weights can be used. */
  public enum Condition {
    /** Verified. */
    GOOD,
    /** Not there. */
    MISSING,
    /** There, but not what it should be. */
    BROKEN
  }

  /**
   * Looks at the file and verifies it.
   *
   * @param verification says what the weights are, or fails with an {@link InputException}
   */
  public static WeightsState of(WeightsFile weights, Path file, Supplier<String> verification) {
    boolean there = Files.isRegularFile(file);
    var bytes = there ? bytes(file) : null;
    var sha256 = there ? Sha256.of(file) : null;
    try {
      return new WeightsState(weights, file, Condition.GOOD, bytes, sha256, verification.get());
    } catch (InputException e) {
      var condition = there ? Condition.BROKEN : Condition.MISSING;
      var problem = String.valueOf(e.getMessage());
      return new WeightsState(weights, file, condition, bytes, sha256, problem);
    }
  }

  private static Long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw IoProblems.reading(file, e);
    }
  }
}
