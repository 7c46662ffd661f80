package org.yuyin.feature;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A frozen function from media or text to one vector of fixed width. Implementations are
 * thread-safe and deterministic; they load their weights on first use and free them in {@link
 * #close}.
 */
public sealed interface Extractor extends AutoCloseable
    permits FrameExtractor, SoundExtractor, TextExtractor {
  /** What it is. Must not need the weights. */
  ExtractorInfo info();

  /** Names of the values in a clip's vector, {@code info().width()} of them. */
  default List<String> columns() {
    return IntStream.range(0, info().width())
        .mapToObj(index -> "%s[%d]".formatted(info().name(), index))
        .toList();
  }

  /**
   * Why it cannot be used here and what to do about it, in one line; empty when it can. Cheap:
   * looks at its weights without loading them.
   */
  default Optional<String> unavailable() {
    return Optional.empty();
  }

  /** Whether it has weights that are put in place, see {@link WeightsPlaces}. */
  default boolean takesWeights() {
    return false;
  }

  /**
   * Reads all of its weights and says whether they can be used; empty when none have to be put in
   * place. Takes seconds.
   */
  default Optional<WeightsState> verifyWeights() {
    return Optional.empty();
  }

  @Override
  default void close() {}
}
