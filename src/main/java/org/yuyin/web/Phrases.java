package org.yuyin.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the interface says, in every {@link Language}: {@code templates/words/LANGUAGE/FILE} holds
 * the phrases whose keys begin with the file's name.
 */
public final class Phrases {
  /** The files; a page that speaks adds its line here. */
  static final List<String> FILES =
      List.of(
          "common",
          "menu",
          "count",
          "script",
          "player",
          "problem",
          "notice",
          "facts",
          "metric",
          "home",
          "ads",
          "recommend",
          "own",
          "ranking",
          "runs",
          "run",
          "jobs",
          "api",
          "train",
          "data",
          "categories",
          "ad",
          "music",
          "track",
          "grouped",
          "compare",
          "tables",
          "see",
          "review",
          "account",
          "deletion");

  /** Files of phrases that code says in English itself, so that only other languages have them. */
  static final List<String> TRANSLATIONS = List.of("method", "setting");

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final Map<Language, Map<String, String>> byLanguage = new EnumMap<>(Language.class);

  /** Reads them all from the class path. */
  public Phrases() {
    for (var language : Language.values()) {
      var phrases = new TreeMap<String, String>();
      FILES.forEach(file -> phrases.putAll(read(language, file)));
      if (language != Language.ENGLISH) {
        TRANSLATIONS.forEach(file -> phrases.putAll(read(language, file)));
      }
      byLanguage.put(language, phrases);
    }
  }

  private static Map<String, String> read(Language language, String file) {
    var path = "templates/words/%s/%s.properties".formatted(language.tag(), file);
    try (var stream = Phrases.class.getClassLoader().getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("no file of phrases " + path);
      }
      var found = new Properties();
      found.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      var phrases = new TreeMap<String, String>();
      found.stringPropertyNames().forEach(name -> phrases.put(name, found.getProperty(name)));
      return phrases;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /** Every phrase of a language by its key. */
  Map<String, String> all(Language language) {
    return byLanguage.getOrDefault(language, Map.of());
  }

  /** Whether there is such a phrase. */
  public boolean has(String key) {
    return all(Language.ENGLISH).containsKey(key);
  }

  /** What code says in English itself, under the first of some keys that a language knows. */
  String translate(Language language, String english, String... keys) {
    var known = all(language);
    return Arrays.stream(keys)
        .filter(known::containsKey)
        .findFirst()
        .map(known::get)
        .orElse(english);
  }

  /**
   * A phrase with its values; one that a language lacks is said in English, at worst as its key.
   */
  public String say(Language language, Phrase phrase) {
    return say(language, phrase.key(), phrase.values());
  }

  /** The same, for templates. */
  String say(Language language, String key, List<?> values) {
    var english = all(Language.ENGLISH).getOrDefault(key, key);
    var text = all(language).getOrDefault(key, english);
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              int index = Integer.parseInt(place.group(1));
              return Matcher.quoteReplacement(
                  index < values.size() ? String.valueOf(values.get(index)) : place.group());
            });
  }
}
