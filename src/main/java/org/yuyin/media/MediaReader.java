package org.yuyin.media;

import java.nio.file.Path;
import java.util.List;

/**
 * Reads media files. Thread-safe. Every method throws {@link org.yuyin.storage.InputException}
 * naming the file and the cause when the file is not what it should be, takes too long or is too
 * large.
 */
public interface MediaReader {
  /** Checks the file's first bytes, then its streams; refuses what exceeds the limits. */
  MediaInfo probe(Path file);

  /**
   * Decodes the sound track at its own rate and channel count. Samples of 16 bits come back
   * exactly, deeper ones are rounded to the nearest; nothing is resampled, scaled or dithered.
   */
  Sound sound(Path file);

  /** Decodes the sound track to one channel at the given rate. */
  Sound sound(Path file, int sampleRateHz);

  /**
   * The same, and how loud the track is. A loudness that cannot be measured is empty and fails
   * nothing.
   */
  MeasuredSound soundAndLoudness(Path file, int sampleRateHz);

  /** Samples frames evenly, scaled to the given size without keeping the aspect ratio. */
  List<Frame> frames(Path file, FrameSampling sampling);
}
