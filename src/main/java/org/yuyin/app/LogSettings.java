package org.yuyin.app;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the program logs, as {@code YUYIN_LOG} says: a level, {@code json} for one JSON object a
 * line, or both with a comma between. logback.xml reads the properties set here.
 */
final class LogSettings {
  private static final String JSON = "json";

  private LogSettings() {}

  /** To be called before anything is logged. */
  static void apply(@Nullable String setting) {
    for (var word : (setting == null ? "" : setting).split(",")) {
      var said = word.strip().toLowerCase(Locale.ROOT);
      if (said.equals(JSON)) {
        System.setProperty("yuyin.log.format", JSON);
      } else if (!said.isEmpty()) {
        System.setProperty("yuyin.log.level", said);
      }
    }
  }
}
