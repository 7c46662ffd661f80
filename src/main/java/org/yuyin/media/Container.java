package org.yuyin.media;

/**
 * The file formats we read. Each is decoded by exactly one demuxer of ffmpeg, chosen here and not
 * by ffmpeg's own guess, which would follow a playlist into other files.
 */
enum Container {
  MP4("mov"),
  MATROSKA("matroska"),
  WAV("wav"),
  FLAC("flac"),
  OGG("ogg"),
  MP3("mp3"),
  AAC("aac");

  /** What messages tell a user whose file is none of these. */
  static final String NAMES = "MP4, MOV, MKV, WebM, WAV, FLAC, OGG, MP3, AAC";

  private final String demuxer;

  Container(String demuxer) {
    this.demuxer = demuxer;
  }

  /** The demuxer's name, for {@code -f} and for {@code -format_whitelist}. */
  String demuxer() {
    return demuxer;
  }

  /** The name stored in {@link MediaInfo#container()}. */
  String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
