package org.yuyin.media;

import java.nio.file.Path;
import java.util.List;

/** How every child process of ours is told to open a file it must not trust. */
final class InputOptions {
  private InputOptions() {}

  /**
   * One demuxer, local files only, bounded streams and picture size. The path is absolute and
   * prefixed, so that no name is ever taken for an option, a protocol or a pattern.
   */
  static List<String> of(Path file, Container container, MediaLimits limits) {
    return List.of(
        "-f",
        container.demuxer(),
        "-format_whitelist",
        container.demuxer(),
        "-protocol_whitelist",
        "file",
        "-max_streams",
        Integer.toString(limits.maxStreams()),
        "-max_pixels",
        Long.toString(limits.maxPixels()),
        "-i",
        "file:" + file.toAbsolutePath());
  }
}
