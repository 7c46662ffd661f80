package org.yuyin.catalogue.synthetic.plan;

/** What is right or wrong with an ad of the demo catalogue. */
public enum AdKind {
  /** Music from beginning to end. */
  MUSIC("music"),
  /** Somebody talks, no music. */
  SPEECH_ONLY("speech-only"),
  /** An audio stream without anything in it. */
  SILENT("silent"),
  /** No audio stream at all. */
  NO_AUDIO("no-audio"),
  /** Music for 15 to 45 % of the time. */
  HALF_MUSIC("half-music"),
  /** A copy of another ad, byte for byte. */
  DUPLICATE("duplicate"),
  /** A file that breaks off. */
  TRUNCATED("truncated"),
  /** Not in the catalogue: kept to ask for a recommendation. */
  HELD_OUT("held-out");

  private final String label;

  AdKind(String label) {
    this.label = label;
  }

  /** As the manifest writes it. */
  public String label() {
    return label;
  }
}
