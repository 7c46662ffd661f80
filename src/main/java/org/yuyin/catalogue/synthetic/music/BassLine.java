package org.yuyin.catalogue.synthetic.music;

import java.util.ArrayList;
import java.util.List;

/** What the bass plays under a chord. */
enum BassLine {
  HELD,
  ROOT_FIFTH,
  WALKING,
  EIGHTHS,
  OCTAVES,
  SYNCOPATED,
  BOSSA;

  private static final int LOWEST = 31;

  /**
   * The notes of one bar.
   *
   * @param next the chord of the next bar, which a walking bass leads to
   * @param from beat at which the bar begins
   */
  List<Note> bar(Chord chord, Chord next, double from, int beats) {
    int root = low(chord.root());
    int fifth = low(chord.tone(2));
    var notes = new ArrayList<Note>();
    switch (this) {
      case HELD -> notes.add(new Note(from, beats * 0.95, root, 84));
      case ROOT_FIFTH -> {
        notes.add(new Note(from, 0.9, root, 90));
        notes.add(new Note(from + 2, 0.9, beats == 3 ? root : fifth, 80));
      }
      case WALKING -> {
        int[] walk = {root, low(chord.tone(1)), fifth, low(next.root()) + 1};
        for (int beat = 0; beat < beats; beat++) {
          notes.add(new Note(from + beat, 0.9, walk[beat], 86));
        }
      }
      case EIGHTHS -> {
        for (double at = 0; at < beats; at += 0.5) {
          notes.add(new Note(from + at, 0.42, root, at % 1 == 0 ? 96 : 84));
        }
      }
      case OCTAVES -> {
        for (double at = 0; at < beats; at += 0.5) {
          notes.add(new Note(from + at, 0.4, at % 1 == 0 ? root : root + 12, 88));
        }
      }
      case SYNCOPATED -> {
        notes.add(new Note(from, 0.65, root, 98));
        notes.add(new Note(from + 0.75, 0.5, root, 82));
        notes.add(new Note(from + 1.5, 0.4, root + 12, 80));
        notes.add(new Note(from + 2.5, 0.45, fifth, 88));
        if (beats > 3) {
          notes.add(new Note(from + 3.25, 0.5, root, 84));
        }
      }
      case BOSSA -> {
        notes.add(new Note(from, 1.4, root, 88));
        notes.add(new Note(from + 1.5, 0.45, fifth, 76));
        notes.add(new Note(from + 2, 1.3, fifth, 84));
        if (beats > 3) {
          notes.add(new Note(from + 3.5, 0.45, root, 74));
        }
      }
    }
    return notes;
  }

  private static int low(int pitch) {
    return LOWEST + Math.floorMod(pitch - LOWEST, 12);
  }
}
