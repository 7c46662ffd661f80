package org.yuyin.media;

import java.util.Optional;

/**
 * What probing found in a media file.
 *
 * @param container name of the demuxer family, such as {@code mp4} or {@code matroska}
 * @param durationSeconds length of the whole file
 * @param picture the first video stream
 * @param sound the first audio stream
 */
public record MediaInfo(
    String container,
    double durationSeconds,
    Optional<Picture> picture,
    Optional<SoundTrack> sound) {

  /**
   * A video stream.
   *
   * @param codec as ffmpeg names it
   * @param framesPerSecond average rate
   */
  public record Picture(String codec, int width, int height, double framesPerSecond) {}

  /**
   * An audio stream.
   *
   * @param codec as ffmpeg names it
   */
  public record SoundTrack(String codec, int sampleRateHz, int channels) {}
}
