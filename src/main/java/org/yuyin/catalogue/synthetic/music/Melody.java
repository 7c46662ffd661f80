package org.yuyin.catalogue.synthetic.music;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A melody grown from one motif: a rhythm and a contour of a bar's length that is repeated on every
 * chord, varied in every fourth bar, and led to the tonic at the end.
 */
final class Melody {
  private static final double[][] CALM = {{2, 2}, {3, 1}, {1, 1, 2}, {1.5, 0.5, 2}};
  private static final double[][] MIDDLE = {
    {1, 1, 1, 1}, {1.5, 0.5, 1, 1}, {0.5, 0.5, 1, 2}, {1, 0.5, 0.5, 1.5, 0.5}
  };
  private static final double[][] BUSY = {
    {0.5, 0.5, 0.5, 0.5, 1, 1},
    {0.75, 0.75, 0.5, 0.5, 0.5, 1},
    {0.5, 0.25, 0.25, 0.5, 0.5, 0.5, 0.5, 1},
    {0.25, 0.25, 0.5, 0.5, 0.5, 0.75, 0.75, 0.5}
  };

  private final RandomGenerator random;
  private final int lowest;
  private final double busy;
  private final double[] rhythm;
  private final double[] otherRhythm;
  private final int[] contour;

  /**
   * @param lowest MIDI key; the melody stays within about an octave and a half above it
   * @param busy 0 long notes to 1 short ones
   */
  Melody(int lowest, double busy, RandomGenerator random) {
    this.random = random;
    this.lowest = lowest;
    this.busy = busy;
    this.rhythm = pickRhythm();
    this.otherRhythm = pickRhythm();
    this.contour = new int[8];
    int degree = random.nextInt(3);
    for (int note = 0; note < contour.length; note++) {
      contour[note] = degree;
      degree =
          Math.clamp(degree + (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(2)), -2, 6);
    }
  }

  /**
   * The notes of one bar.
   *
   * @param bar counted from 0; every fourth takes the other rhythm
   */
  List<Note> bar(Chord chord, int bar, double from, int beats) {
    var notes = new ArrayList<Note>();
    var durations = bar % 4 == 3 ? otherRhythm : rhythm;
    double at = 0;
    for (int number = 0; number < durations.length && at < beats; number++) {
      double length = Math.min(durations[number], beats - at);
      boolean rests = number > 0 && random.nextDouble() < 0.12;
      if (!rests) {
        int velocity = (at % 2 == 0 ? 92 : 80) + random.nextInt(8);
        notes.add(new Note(from + at, length * 0.92, pitch(chord, number, at), velocity));
      }
      at += length;
    }
    return notes;
  }

  /** The last note: the tonic, in the melody's register. */
  Note last(Chord tonic, double from, double beats) {
    return new Note(from, beats, lowest + Math.floorMod(tonic.root() - lowest, 12), 88);
  }

  private int pitch(Chord chord, int number, double at) {
    int degree = chord.degree() + contour[number % contour.length];
    int pitch = chord.tonic() + chord.mode().semitones(degree);
    pitch =
        lowest
            + Math.floorMod(pitch - lowest, 12)
            + (contour[number % contour.length] > 4 ? 12 : 0);
    boolean strong = at % 1 == 0;
    while (strong && !chord.holds(pitch)) {
      pitch--;
    }
    return pitch;
  }

  private double[] pickRhythm() {
    double draw = busy + 0.15 * random.nextGaussian();
    var choices = draw < 0.35 ? CALM : draw < 0.7 ? MIDDLE : BUSY;
    return choices[random.nextInt(choices.length)];
  }
}
