package org.yuyin.app;

import java.nio.file.Path;
import java.util.Optional;
import org.yuyin.media.MediaReader;
import org.yuyin.media.MusicDetector;
import org.yuyin.media.MusicShare;
import org.yuyin.media.NoSoundException;
import org.yuyin.media.SoundKind;
import org.yuyin.media.facts.SoundMeasurement;

/** What is heard in a file: how much of it is music, and the facts of its sound. */
final class Listening {
  private final MediaReader reader;
  private final MusicDetector detector = new MusicDetector();

  Listening(MediaReader reader) {
    this.reader = reader;
  }

  /**
   * What was found.
   *
   * @param music share and kinds by the second
   * @param sound facts; empty where there is no sound track
   */
  record Heard(MusicShare music, Optional<SoundMeasurement> sound) {
    /** A letter for each second: m music, s speech, - silence, o other. */
    String strip() {
      return SoundKind.letters(music.seconds());
    }
  }

  /** Listens to a file; one without a sound track has no music. */
  Heard to(Path file) {
    try {
      var heard = reader.soundAndLoudness(file, MusicDetector.SAMPLE_RATE_HZ);
      var music = detector.measure(heard.sound());
      return new Heard(
          music, Optional.of(SoundMeasurement.of(heard.sound(), heard.loudness(), music.voice())));
    } catch (NoSoundException e) {
      return new Heard(MusicShare.ofNothing(), Optional.empty());
    }
  }
}
