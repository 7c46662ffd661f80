package org.yuyin.catalogue;

import io.vertx.sqlclient.Row;
import java.util.Optional;
import org.yuyin.media.ProgrammeLoudness;
import org.yuyin.media.facts.KeyGuess;
import org.yuyin.media.facts.MusicalKey;
import org.yuyin.media.facts.SoundFacts;
import org.yuyin.media.facts.Tempo;

/** Facts of a sound as columns of a row; for every query that joins {@code sound_facts}. */
public final class SoundFactsColumns {
  /** To be selected, from the table under its own name. */
  public static final String LIST =
      """
      sound_facts.seconds AS sound_seconds, sound_facts.tempo_bpm, sound_facts.tempo_clarity,
      sound_facts.key_tonic, sound_facts.key_minor, sound_facts.key_clarity,
      sound_facts.loudness_lufs, sound_facts.true_peak_dbtp, sound_facts.energy,
      sound_facts.brightness_hz, sound_facts.voice
      """;

  private SoundFactsColumns() {}

  /** The facts in a row; empty where an outer join found none. */
  public static Optional<SoundFacts> read(Row row) {
    return Optional.ofNullable(row.getDouble("sound_seconds")).map(seconds -> facts(row, seconds));
  }

  private static SoundFacts facts(Row row, double seconds) {
    return new SoundFacts(
        seconds,
        Optional.ofNullable(row.getDouble("tempo_bpm"))
            .map(bpm -> new Tempo(bpm, row.getDouble("tempo_clarity"))),
        Optional.ofNullable(row.getInteger("key_tonic")).map(tonic -> key(row, tonic)),
        Optional.ofNullable(row.getDouble("loudness_lufs"))
            .map(lufs -> new ProgrammeLoudness(lufs, row.getDouble("true_peak_dbtp"))),
        row.getDouble("energy"),
        row.getDouble("brightness_hz"),
        Optional.ofNullable(row.getDouble("voice")));
  }

  private static KeyGuess key(Row row, int tonic) {
    return new KeyGuess(
        new MusicalKey(tonic, row.getBoolean("key_minor")), row.getDouble("key_clarity"));
  }
}
