package org.yuyin.media;

/** Why the sound track of an ad is of no use for learning which music goes with which picture. */
public enum Exclusion {
  NO_AUDIO("no_audio", "no sound track"),
  SILENT("silent", "silent"),
  SPEECH_ONLY("speech_only", "speech only"),
  TOO_LITTLE_MUSIC("too_little_music", "too little music");

  private final String code;
  private final String words;

  Exclusion(String code, String words) {
    this.code = code;
    this.words = words;
  }

  /** As stored in the database. */
  public String code() {
    return code;
  }

  /** As shown to people. */
  public String words() {
    return words;
  }
}
