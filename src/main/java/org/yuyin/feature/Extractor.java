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
   * looks whether its weights are there and no further.
   */
  default Optional<String> unavailable() {
    return Optional.empty();
  }

  @Override
  default void close() {}
}
