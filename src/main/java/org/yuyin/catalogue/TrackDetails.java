package org.yuyin.catalogue;

import java.util.Optional;
import java.util.function.Function;
import org.yuyin.storage.InputException;

/**
 * What people say about a track, as opposed to what is measured of it.
 *
 * @param title how it is called; empty leaves it
 * @param artist who made it; empty when nobody says
 * @param licence what it may be used for; empty when nobody says
 */
public record TrackDetails(
    Optional<String> title, Optional<String> artist, Optional<Licence> licence) {
  private static final int LONGEST = 200;

  public TrackDetails {
    title.ifPresent(text -> check("title", text));
    artist.ifPresent(text -> check("artist", text));
  }

  /** Reads {@code title}, {@code artist} and what {@link Licence#parse} does. */
  public static TrackDetails parse(Function<String, Optional<String>> written) {
    return new TrackDetails(
        written.apply("title"), written.apply("artist"), Licence.parse(written));
  }

  private static void check(String name, String text) {
    if (text.length() > LONGEST) {
      throw new InputException("the %s has more than %d letters".formatted(name, LONGEST));
    }
  }
}
