package org.yuyin.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;

/** The languages of the interface. */
public enum Language {
  /** The one that every phrase exists in first. */
  ENGLISH("en", "English"),
  /** Simplified Chinese. */
  CHINESE("zh", "中文");

  /** The cookie that keeps a reader's choice. */
  public static final String COOKIE = "language";

  private final String tag;
  private final String ownName;

  Language(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
  }

  /** As in the {@code lang} attribute. */
  public String tag() {
    return tag;
  }

  /** What its speakers call it. */
  public String ownName() {
    return ownName;
  }

  /** The same for the formats of the platform. */
  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** By its tag; a region, as in {@code zh-CN}, is passed over. */
  public static Optional<Language> tagged(String wanted) {
    var primary = wanted.strip().toLowerCase(Locale.ROOT).split("[-_;]", 2)[0];
    for (var language : values()) {
      if (language.tag.equals(primary)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** What the reader chose, else what the browser prefers, else English. */
  public static Language of(RoutingContext request) {
    var chosen = request.request().getCookie(COOKIE);
    if (chosen != null) {
      var known = tagged(chosen.getValue());
      if (known.isPresent()) {
        return known.get();
      }
    }
    // The router has sorted them by preference.
    for (var accepted : request.acceptableLanguages()) {
      var known = tagged(String.valueOf(accepted.tag()));
      if (known.isPresent()) {
        return known.get();
      }
    }
    return ENGLISH;
  }
}
