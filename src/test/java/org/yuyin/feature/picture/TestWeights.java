package org.yuyin.feature.picture;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.Optional;
import org.yuyin.storage.InputException;

/**
 * The weights that tests need, fetched through npm the first time and kept in {@code target/models}
 * (or in the folder that the environment variable YUYIN_TEST_MODELS names).
 */
public final class TestWeights {
  private static Optional<String> failure = Optional.empty();

  private TestWeights() {}

  /** The models folder with Inception v3 in it; without npm or network the test is skipped. */
  public static synchronized Path inception() {
    var folder =
        Path.of(Optional.ofNullable(System.getenv("YUYIN_TEST_MODELS")).orElse("target/models"));
    if (failure.isEmpty()) {
      try {
        new InceptionSetup().run(folder);
      } catch (InputException e) {
        failure = Optional.of(String.valueOf(e.getMessage()));
      }
    }
    failure.ifPresent(reason -> abort("skipped without the Inception v3 weights: " + reason));
    return folder;
  }
}
