package org.yuyin.media;

/** What is heard in a stretch of a sound track. Music wins: speech over music is music. */
public enum SoundKind {
  MUSIC,
  SPEECH,
  SILENCE,
  OTHER
}
