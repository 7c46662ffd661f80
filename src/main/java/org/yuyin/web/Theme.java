package org.yuyin.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/** Light or dark: as the reader's system has it, or as the reader chose. */
public enum Theme {
  /** As the system has it. */
  AUTOMATIC("light dark", "(prefers-color-scheme: dark)"),
  /** Always light. */
  LIGHT("light", "not all"),
  /** Always dark. */
  DARK("dark", "all");

  /** The cookie that keeps a reader's choice. */
  public static final String COOKIE = "theme";

  private final String scheme;
  private final String darkMedia;

  Theme(String scheme, String darkMedia) {
    this.scheme = scheme;
    this.darkMedia = darkMedia;
  }

  /** As in forms, in the cookie and in the names of its phrase and its icon. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the browser's own parts may look like, as the style property {@code color-scheme}. */
  public String scheme() {
    return scheme;
  }

  /** The media for which the dark colours are in force. */
  public String darkMedia() {
    return darkMedia;
  }

  /** What the reader chose, else automatic. */
  public static Theme of(RoutingContext request) {
    var chosen = request.request().getCookie(COOKIE);
    for (var theme : values()) {
      if (chosen != null && theme.key().equals(chosen.getValue())) {
        return theme;
      }
    }
    return AUTOMATIC;
  }
}
