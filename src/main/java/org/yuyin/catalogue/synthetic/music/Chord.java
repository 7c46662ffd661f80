package org.yuyin.catalogue.synthetic.music;

import java.util.ArrayList;
import java.util.List;

/**
 * A chord of a key, built in thirds on a degree of its scale.
 *
 * @param tonic MIDI key of the key's tonic, between 48 and 59
 * @param mode the scale
 * @param degree of the root; 0 is the tonic's own chord
 * @param tones 3 for a triad, 4 with the seventh, 5 with the ninth
 */
record Chord(int tonic, Mode mode, int degree, int tones) {
  /** The root as a MIDI key in the octave above the tonic. */
  int root() {
    return tonic + mode.semitones(degree);
  }

  /**
   * The tone of the chord with the given number, from the root upwards and on into next octaves.
   */
  int tone(int number) {
    int octave = Math.floorDiv(number, tones);
    int inChord = Math.floorMod(number, tones);
    return tonic + mode.semitones(degree + 2 * inChord) + 12 * octave;
  }

  /** Close position with the lowest tone as near above {@code lowest} as it gets. */
  List<Integer> voicedFrom(int lowest) {
    var pitches = new ArrayList<Integer>();
    for (int number = 0; number < tones; number++) {
      int pitch = tone(number) % 12;
      pitches.add(lowest + Math.floorMod(pitch - lowest, 12));
    }
    return pitches.stream().distinct().sorted().toList();
  }

  /** Whether a pitch, in any octave, is the root, third or fifth. */
  boolean holds(int pitch) {
    for (int number = 0; number < 3; number++) {
      if (Math.floorMod(tone(number) - pitch, 12) == 0) {
        return true;
      }
    }
    return false;
  }
}
