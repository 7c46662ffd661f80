package org.yuyin.evaluation;

/** Which side of a pair asks for the other. */
public enum Direction {
  /** A video looks for its music. */
  VIDEO_TO_MUSIC("video-to-music"),
  /** A piece of music looks for its video. */
  MUSIC_TO_VIDEO("music-to-video");

  private final String key;

  Direction(String key) {
    this.key = key;
  }

  /** As it is stored, such as {@code video-to-music}. */
  public String key() {
    return key;
  }

  /** Reads what {@link #key} gave. */
  public static Direction parse(String key) {
    for (var direction : values()) {
      if (direction.key.equals(key)) {
        return direction;
      }
    }
    throw new IllegalArgumentException("no direction is called " + key);
  }
}
