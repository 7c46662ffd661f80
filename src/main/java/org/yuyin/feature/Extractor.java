package org.yuyin.feature;

/**
 * A frozen function from media or text to one vector of fixed width. Implementations are
 * thread-safe and deterministic; they load their weights on first use and free them in {@link
 * #close}.
 */
public sealed interface Extractor extends AutoCloseable
    permits FrameExtractor, SoundExtractor, TextExtractor {
  /** What it is. Must not need the weights. */
  ExtractorInfo info();

  @Override
  default void close() {}
}
