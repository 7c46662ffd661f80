package org.yuyin.catalogue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yuyin.storage.InputException;

/**
 * What a piece of music may be used for.
 *
 * @param platforms in lower case, such as {@code tiktok}; empty allows all
 * @param territories countries by their two letters (ISO 3166-1); empty is the whole world
 * @param from first day; empty when it has begun long ago
 * @param until last day; empty when it has no end
 * @param terms what else there is to say, for people; may be blank
 */
public record Licence(
    Set<String> platforms,
    Set<String> territories,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    String terms) {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> WORLD = Set.of("WORLD", "WORLDWIDE", "*");
  private static final int LONGEST_TERMS = 2_000;
  private static final int LONGEST_PLATFORM = 60;

  public Licence {
    platforms = sorted(platforms);
    territories = sorted(territories);
    if (from.isPresent() && until.isPresent() && from.get().isAfter(until.get())) {
      throw new InputException(
          "a licence from %s until %s never holds; exchange the days"
              .formatted(from.get(), until.get()));
    }
    if (terms.length() > LONGEST_TERMS) {
      throw new InputException("the terms have more than %,d letters".formatted(LONGEST_TERMS));
    }
  }

  private static Set<String> sorted(Set<String> words) {
    return java.util.Collections.unmodifiableSet(new TreeSet<>(words));
  }

  /**
   * Reads what somebody wrote for {@code platforms} and {@code territories} (several with commas or
   * semicolons), {@code from} and {@code until} (2027-12-31) and {@code terms}.
   *
   * @return empty when nothing was written
   * @throws InputException naming what is wrong and what it should look like
   */
  public static Optional<Licence> parse(Function<String, Optional<String>> written) {
    var platforms = written.apply("platforms");
    var territories = written.apply("territories");
    var from = written.apply("from").map(text -> day("from", text));
    var until = written.apply("until").map(text -> day("until", text));
    var terms = written.apply("terms");
    boolean nothing =
        platforms.isEmpty()
            && territories.isEmpty()
            && from.isEmpty()
            && until.isEmpty()
            && terms.isEmpty();
    return nothing
        ? Optional.empty()
        : Optional.of(
            new Licence(
                platforms.map(Licence::platforms).orElse(Set.of()),
                territories.map(Licence::territories).orElse(Set.of()),
                from,
                until,
                terms.orElse("")));
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split("[,;]"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Set<String> platforms(String text) {
    var platforms = new TreeSet<String>();
    for (var word : words(text)) {
      platforms.add(platform(word));
    }
    platforms.removeAll(Set.of("all", "*"));
    return platforms;
  }

  /** One platform as it is kept. */
  static String platform(String word) {
    if (word.length() > LONGEST_PLATFORM) {
      throw new InputException(
          "a platform has up to %d letters, not \"%s\"".formatted(LONGEST_PLATFORM, word));
    }
    return word.toLowerCase(Locale.ROOT);
  }

  private static Set<String> territories(String text) {
    var territories = new TreeSet<String>();
    for (var word : words(text)) {
      if (!WORLD.contains(word.toUpperCase(Locale.ROOT))) {
        territories.add(territory(word));
      }
    }
    return territories;
  }

  /** One country as it is kept. */
  static String territory(String word) {
    var country = word.toUpperCase(Locale.ROOT);
    if (!COUNTRIES.contains(country)) {
      throw new InputException(
          "a territory is a country's two letters such as DE or CN, or \"world\", not \"%s\""
              .formatted(word));
    }
    return country;
  }

  private static LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new InputException(
          "%s is a day such as 2027-12-31, not \"%s\"".formatted(name, text), e);
    }
  }

  /** Whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return from.filter(day::isBefore).isEmpty() && until.filter(day::isAfter).isEmpty();
  }

  boolean allowsPlatform(String platform) {
    return platforms.isEmpty() || platforms.contains(platform);
  }

  boolean allowsTerritory(String territory) {
    return territories.isEmpty() || territories.contains(territory);
  }
}
