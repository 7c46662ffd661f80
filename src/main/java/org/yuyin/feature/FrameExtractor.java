package org.yuyin.feature;

import java.util.List;
import org.yuyin.media.Frame;
import org.yuyin.media.FrameSampling;

/** Describes the pictures of an ad. */
public non-sealed interface FrameExtractor extends Extractor {
  /** The frames it wants. */
  FrameSampling sampling();

  /**
   * One vector for each frame, in order.
   *
   * @param frames at least one, of the size that {@link #sampling} asks for
   * @return (frames, width)
   */
  float[][] extractFrames(List<Frame> frames);

  /**
   * The temporal mean of the frames' vectors: the clip's vector, of {@code info().width()} values.
   */
  default float[] extract(List<Frame> frames) {
    return TemporalMean.of(extractFrames(frames));
  }
}
