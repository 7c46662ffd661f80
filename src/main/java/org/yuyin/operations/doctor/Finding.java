package org.yuyin.operations.doctor;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param level how bad it is
 * @param says what is there
 * @param mend what to do about it; empty when nothing need be done
 */
public record Finding(Level level, String says, Optional<String> mend) {
  /** How bad something is. */
  public enum Level {
    /** As it should be. */
    OK,
    /** Works, but less well than it could. */
    WEAK,
    /** Does not work. */
    BROKEN;

    /** In lower case. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding ok(String says) {
    return new Finding(Level.OK, says, Optional.empty());
  }

  static Finding weak(String says, String mend) {
    return new Finding(Level.WEAK, says, Optional.of(mend));
  }

  static Finding broken(String says, String mend) {
    return new Finding(Level.BROKEN, says, Optional.of(mend));
  }

  /** As {@code --json} prints it. */
  public JsonObject toJson() {
    return JsonObject.of("level", level.key(), "says", says, "mend", mend.orElse(null));
  }
}
