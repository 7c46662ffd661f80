package org.yuyin.catalogue;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yuyin.storage.InputException;

/**
 * A stretch of numbers, both ends inclusive.
 *
 * @param least not above the most; may be infinite
 * @param most likewise
 */
public record NumberRange(double least, double most) {
  private static final Pattern DASHED =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*[-–]\\s*(\\d+(?:\\.\\d+)?)");
  private static final String SIGNED = "(-?\\d+(?:\\.\\d+)?)?";
  private static final Pattern DOTTED = Pattern.compile(SIGNED + "\\s*\\.\\.\\s*" + SIGNED);

  public NumberRange {
    if (!(least <= most)) {
      throw new IllegalArgumentException("a range needs least <= most, got " + least + ", " + most);
    }
  }

  /**
   * Reads "90-120", or "-20..-14", "90.." (at least) and "..120" (at most).
   *
   * @param name what is ranged, for the message
   * @throws InputException when it is no such range
   */
  public static NumberRange parse(String name, String text) {
    var dashed = DASHED.matcher(text.strip());
    var dotted = DOTTED.matcher(text.strip());
    var range = dashed.matches() ? dashed : dotted;
    if (range == dotted && !dotted.matches()) {
      throw wrong(name, text);
    }
    double least = value(range.group(1), Double.NEGATIVE_INFINITY);
    double most = value(range.group(2), Double.POSITIVE_INFINITY);
    if (least > most) {
      throw wrong(name, text);
    }
    return new NumberRange(least, most);
  }

  private static double value(@Nullable String number, double otherwise) {
    return number == null ? otherwise : Double.parseDouble(number);
  }

  private static InputException wrong(String name, String text) {
    return new InputException(
        "%s is a range from low to high such as 90-120, 90.. or -20..-14, not \"%s\""
            .formatted(name, text));
  }

  /** Whether a number lies in it. */
  public boolean holds(double number) {
    return number >= least && number <= most;
  }
}
