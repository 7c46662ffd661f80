package org.yuyin.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yuyin.media.SoundKind;

/**
 * Where music is heard in an ad, to be drawn along its sound.
 *
 * @param seconds length of the sound
 * @param music stretches of it, in their order
 */
public record MusicStrip(double seconds, List<Stretch> music) {
  // The detector works in quarters of a second, so the last second has one of them at least.
  private static final double SHORTEST_SECOND = 0.25;

  /**
   * Seconds in which music is heard, one after the other.
   *
   * @param from where the first begins, in seconds
   * @param to where the last ends, in seconds
   */
  public record Stretch(double from, double to) {}

  /**
   * Empty when nothing is known.
   *
   * @param heard in each second
   * @param duration of the file in seconds, which tells how long the last second is
   */
  static Optional<MusicStrip> of(List<SoundKind> heard, Optional<Double> duration) {
    if (heard.isEmpty()) {
      return Optional.empty();
    }
    int whole = heard.size();
    double seconds = Math.clamp(duration.orElse(0.0 + whole), whole - 1 + SHORTEST_SECOND, whole);
    var music = new ArrayList<Stretch>();
    int from = 0;
    for (int second = 1; second <= whole; second++) {
      boolean ends = second == whole || heard.get(second) != heard.get(from);
      if (ends && heard.get(from) == SoundKind.MUSIC) {
        music.add(new Stretch(from, Math.min(second, seconds)));
      }
      from = ends ? second : from;
    }
    return Optional.of(new MusicStrip(seconds, music));
  }
}
