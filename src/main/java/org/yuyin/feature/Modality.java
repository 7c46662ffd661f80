package org.yuyin.feature;

/** What a feature describes, and the name of its column file in a dataset. */
public enum Modality {
  /** The pictures of an ad. */
  VIDEO,
  /** The sound of its music. */
  AUDIO,
  /** The emotion its music carries. */
  EMOTION,
  /** Its category tag. */
  TEXT;

  /** Lower-case name, as in {@code video.npy}. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
