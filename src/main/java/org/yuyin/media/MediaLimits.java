package org.yuyin.media;

import java.time.Duration;

/**
 * What one media file may cost. A file beyond these bounds is refused with a plain message.
 *
 * @param wallClock for each child process; a child that takes longer is killed
 * @param memoryBytes address space of a child process, where the system can limit it
 * @param maxSeconds longest accepted file
 * @param maxPixels largest accepted picture, width × height
 * @param maxStreams most streams in one file
 * @param maxFileBytes largest accepted file
 * @param maxOutputBytes most that one decoding or encoding may produce
 */
public record MediaLimits(
    Duration wallClock,
    long memoryBytes,
    double maxSeconds,
    long maxPixels,
    int maxStreams,
    long maxFileBytes,
    long maxOutputBytes) {
  private static final long MIB = 1L << 20;

  /**
   * Ads with room to spare: 2 minutes of work, 2 GiB of memory, half an hour, 4096 × 4096 pixels,
   * 16 streams, 2 GiB of file, 1 GiB of output.
   */
  public static MediaLimits standard() {
    return new MediaLimits(
        Duration.ofMinutes(2), 2048 * MIB, 1800, 4096L * 4096, 16, 2048 * MIB, 1024 * MIB);
  }

  public MediaLimits {
    if (!wallClock.isPositive()
        || memoryBytes < 1
        || !(maxSeconds > 0)
        || maxPixels < 1
        || maxStreams < 1
        || maxFileBytes < 1
        || maxOutputBytes < 1) {
      throw new IllegalArgumentException("media limits must be positive, got " + wallClock);
    }
  }
}
