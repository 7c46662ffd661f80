package org.yuyin.feature;

import java.util.OptionalInt;
import org.yuyin.media.Sound;

/** Describes a sound track. */
public non-sealed interface SoundExtractor extends Extractor {
  /**
   * The one-channel sample rate it wants, in Hz; empty takes every file at its own rate and
   * channels.
   */
  OptionalInt sampleRateHz();

  /**
   * The clip's vector.
   *
   * @param sound at the rate that {@link #sampleRateHz} asks for
   * @return {@code info().width()} finite values, also for silence and very short clips
   */
  float[] extract(Sound sound);

  /** Values for each analysis frame, or a clear refusal where the extractor has none. */
  FrameTable extractFrames(Sound sound);
}
