package org.yuyin.feature;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yuyin.storage.InputException;
import org.yuyin.storage.Sha256;

/**
 * What was found in the place of a file of weights.
 *
 * @param weights what belongs there
 * @param condition whether it can be used
 * @param sha256 of what is there; null when nothing is
 * @param problem why it cannot be used and what to do; null when it can
 */
public record WeightsState(
    WeightsFile weights, Condition condition, @Nullable String sha256, @Nullable String problem) {

  /** Whether a file of weights can be used. */
  public enum Condition {
    /** Verified. */
    GOOD,
    /** Not there. */
    MISSING,
    /** There, but not what it should be. */
    BROKEN
  }

  /** Looks at the file and verifies it whole. */
  public static WeightsState of(WeightsFile weights, Path models) {
    if (!Files.isRegularFile(weights.in(models))) {
      var problem = weights.missing(models).orElse("it is not there");
      return new WeightsState(weights, Condition.MISSING, null, problem);
    }
    var sha256 = Sha256.of(weights.in(models));
    try {
      weights.verify(models);
      return new WeightsState(weights, Condition.GOOD, sha256, null);
    } catch (InputException e) {
      return new WeightsState(weights, Condition.BROKEN, sha256, e.getMessage());
    }
  }
}
