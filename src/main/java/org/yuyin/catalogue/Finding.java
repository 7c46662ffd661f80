package org.yuyin.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuyin.media.MediaInfo;
import org.yuyin.media.Outline;
import org.yuyin.media.SoundKind;
import org.yuyin.media.facts.SoundMeasurement;

/**
 * What an ingest found out about one file.
 *
 * @param sha256 of its content; null when it could not even be read
 * @param bytes its size
 * @param info what probing found; null when it is no usable video
 * @param musicShare part of its sound that is music, 0 to 1
 * @param heard what is mostly heard in each second of it; empty when nobody listened so closely
 * @param soundHash identity of the decoded sound
 * @param sound what was measured of it for people; empty when it was not, which excludes nothing
 * @param outline of its sound, for drawing; empty where the ad is left out
 * @param exclusion why the ad is left out; empty includes it
 */
record Finding(
    @Nullable String sha256,
    long bytes,
    @Nullable MediaInfo info,
    Optional<Double> musicShare,
    List<SoundKind> heard,
    Optional<String> soundHash,
    Optional<SoundMeasurement> sound,
    Optional<Outline> outline,
    Optional<Reason> exclusion) {

  /**
   * Why an ad is left out.
   *
   * @param code such as {@code speech_only}
   * @param detail in words, with the measured fact
   */
  record Reason(String code, String detail) {}

  /** A video whose sound was not judged. */
  static Finding of(String sha256, long bytes, MediaInfo info) {
    return new Finding(
        sha256,
        bytes,
        info,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A file that is no usable video. */
  static Finding unreadable(String why) {
    return new Finding(
        null,
        0,
        null,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Reason("unreadable", why)));
  }
}
