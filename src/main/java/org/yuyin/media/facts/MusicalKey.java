package org.yuyin.media.facts;

import java.util.Locale;
import java.util.regex.Pattern;
import org.yuyin.storage.InputException;

/**
 * The tonic of a piece and whether its third is minor.
 *
 * @param tonic 0 for C, 1 for C sharp, up to 11 for B
 * @param minor false for major
 */
public record MusicalKey(int tonic, boolean minor) {
  /** Notes of an octave. */
  public static final int NOTES = 12;

  private static final String[] MAJOR_NAMES = {
    "C", "D flat", "D", "E flat", "E", "F", "F sharp", "G", "A flat", "A", "B flat", "B"
  };
  private static final String[] MINOR_NAMES = {
    "C", "C sharp", "D", "E flat", "E", "F", "F sharp", "G", "G sharp", "A", "B flat", "B"
  };
  private static final String LETTERS = "C D EF G A B";
  private static final Pattern WRITTEN =
      Pattern.compile("([A-G])\\s*(#|♯|sharp|b|♭|flat)?\\s*(major|minor|maj|min|m)?");

  public MusicalKey {
    if (tonic < 0 || tonic >= NOTES) {
      throw new IllegalArgumentException("a tonic lies in 0..11, got " + tonic);
    }
  }

  /**
   * Reads a key as people write it: "G major", "f# minor", "Bbm"; without a mode it is major.
   *
   * @throws InputException when it is none
   */
  public static MusicalKey parse(String text) {
    var word = text.strip();
    var upper =
        word.isEmpty()
            ? word
            : word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1).toLowerCase(Locale.ROOT);
    var written = WRITTEN.matcher(upper);
    if (!written.matches()) {
      throw new InputException(
          "\"%s\" is no key; write for example \"G major\", \"F sharp minor\" or \"Bb minor\""
              .formatted(text));
    }
    int natural = LETTERS.indexOf(written.group(1));
    var mode = written.group(3);
    return new MusicalKey(
        Math.floorMod(natural + accidental(written.group(2)), NOTES),
        mode != null && !mode.startsWith("maj"));
  }

  private static int accidental(@org.jspecify.annotations.Nullable String sign) {
    return switch (sign) {
      case "#", "♯", "sharp" -> 1;
      case "b", "♭", "flat" -> -1;
      case null, default -> 0;
    };
  }

  /** As people read it, such as "G major" or "F sharp minor". */
  public String words() {
    return tonicName() + (minor ? " minor" : " major");
  }

  /** The tonic as people read it, such as "G" or "F sharp". */
  public String tonicName() {
    return minor ? MINOR_NAMES[tonic] : MAJOR_NAMES[tonic];
  }

  /** The key of the same notes with the other mode: A minor for C major. */
  public MusicalKey relative() {
    return new MusicalKey(Math.floorMod(tonic + (minor ? 3 : -3), NOTES), !minor);
  }
}
