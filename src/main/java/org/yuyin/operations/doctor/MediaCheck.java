package org.yuyin.operations.doctor;

import org.yuyin.media.FfmpegMediaReader;

/** Whether the bundled ffmpeg starts. */
final class MediaCheck implements Check {
  @Override
  public String name() {
    return "ffmpeg";
  }

  @Override
  public Finding look() {
    return Finding.ok(FfmpegMediaReader.programs());
  }
}
