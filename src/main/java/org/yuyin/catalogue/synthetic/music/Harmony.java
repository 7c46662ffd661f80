package org.yuyin.catalogue.synthetic.music;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The chords of a piece: one for each bar, closing on the tonic. */
final class Harmony {
  private static final int[][] MAJOR = {
    {0, 4, 5, 3}, {0, 5, 3, 4}, {0, 3, 0, 4}, {0, 2, 3, 4}, {0, 3, 1, 4}, {0, 5, 1, 4}
  };
  private static final int[][] MINOR = {
    {0, 5, 2, 6}, {0, 3, 5, 4}, {0, 6, 5, 6}, {0, 3, 6, 2}, {0, 5, 3, 4}, {0, 2, 6, 3}
  };

  private Harmony() {}

  /**
   * @param tonic MIDI key from 48 to 59
   * @param tones of each chord
   */
  static List<Chord> chords(int tonic, Mode mode, int tones, int bars, RandomGenerator random) {
    var choices = mode.isMinor() ? MINOR : MAJOR;
    var degrees = choices[random.nextInt(choices.length)];
    var chords = new ArrayList<Chord>();
    for (int bar = 0; bar < bars - 1; bar++) {
      chords.add(new Chord(tonic, mode, degrees[bar % degrees.length], tones));
    }
    if (bars > 2) {
      int leading = mode.isMinor() && mode != Mode.DORIAN ? 6 : 4;
      chords.set(bars - 2, new Chord(tonic, mode, leading, tones));
    }
    chords.add(new Chord(tonic, mode, 0, 3));
    return chords;
  }
}
