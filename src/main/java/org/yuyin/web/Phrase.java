package org.yuyin.web;

import java.util.List;

/**
 * Something to say, in whatever language its reader has chosen.
 *
 * @param key in the files under {@code templates/words}
 * @param values put in place of {0}, {1} …, as they are
 */
public record Phrase(String key, List<String> values) {
  public Phrase {
    values = List.copyOf(values);
  }

  /** A phrase with its values; numbers are given as {@link Words} writes them. */
  public static Phrase of(String key, String... values) {
    return new Phrase(key, List.of(values));
  }

  /** A name, which is the same in every language. */
  public static Phrase name(String text) {
    return of("common.name", text);
  }
}
