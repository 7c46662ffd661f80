package org.yuyin.media;

import java.util.List;
import java.util.stream.Collectors;

/** What is heard in a stretch of a sound track. Music wins: speech over music is music. */
public enum SoundKind {
  MUSIC('m'),
  SPEECH('s'),
  SILENCE('-'),
  OTHER('o');

  private final char letter;

  SoundKind(char letter) {
    this.letter = letter;
  }

  /** A letter for each: m music, s speech, - silence, o other. */
  public static String letters(List<SoundKind> kinds) {
    return kinds.stream().map(kind -> String.valueOf(kind.letter)).collect(Collectors.joining());
  }

  /** Reads what {@link #letters} writes. */
  public static List<SoundKind> parse(String letters) {
    return letters.chars().mapToObj(SoundKind::of).toList();
  }

  private static SoundKind of(int letter) {
    for (var kind : values()) {
      if (kind.letter == letter) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of sound has the letter " + (char) letter);
  }
}
