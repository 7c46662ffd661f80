package org.yuyin.catalogue;

import java.util.Optional;

/**
 * Which tracks to list, and in what order.
 *
 * @param text part of the title, in any case
 * @param category fine or merged category of the ad that brought it
 * @param seconds how long it is
 * @param music what it must be like and may be used for
 * @param source where it came from
 * @param order by what to sort
 */
public record TrackQuery(
    Optional<String> text,
    Optional<String> category,
    Optional<NumberRange> seconds,
    MusicFilter music,
    Source source,
    Order order) {
  /** Where tracks come from. */
  public enum Source {
    /** From anywhere. */
    ANY,
    /** An ad brought it. */
    ADS,
    /** It was given by itself. */
    UPLOADED
  }

  /** Orders of a list; tracks that lack the fact come last. */
  public enum Order {
    /** The newest first. */
    NEWEST("track.id DESC"),
    /** By title. */
    TITLE("lower(track.title), track.id"),
    /** The slowest first. */
    TEMPO("sound_facts.tempo_bpm NULLS LAST, track.id"),
    /** The calmest first. */
    ENERGY("sound_facts.energy NULLS LAST, track.id"),
    /** The loudest first. */
    LOUDNESS("sound_facts.loudness_lufs DESC NULLS LAST, track.id"),
    /** The shortest first. */
    LENGTH("sound_facts.seconds NULLS LAST, track.id"),
    /** The most used first. */
    USED("used.ads DESC, track.id");

    private final String sql;

    Order(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }
  }

  /** Every track, the newest first. */
  public static TrackQuery all() {
    return new TrackQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        MusicFilter.none(),
        Source.ANY,
        Order.NEWEST);
  }
}
