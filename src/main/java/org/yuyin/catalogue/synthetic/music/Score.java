package org.yuyin.catalogue.synthetic.music;

import java.util.List;

/**
 * A piece of music, ready to be played.
 *
 * @param tempo beats a minute
 * @param beatsPerBar 3 or 4
 * @param bars whole bars; the last one holds the final chord
 * @param minor whether the third of its key is minor
 * @param parts one for each instrument
 */
public record Score(double tempo, int beatsPerBar, int bars, boolean minor, List<Part> parts) {
  public Score {
    parts = List.copyOf(parts);
  }

  /** Length of one bar. */
  public double barSeconds() {
    return beatsPerBar * 60 / tempo;
  }

  /** Length up to the end of the last bar; the last chord may ring on. */
  public double seconds() {
    return bars * barSeconds();
  }

  /** Number of notes of all parts. */
  public int noteCount() {
    return parts.stream().mapToInt(part -> part.notes().size()).sum();
  }
}
