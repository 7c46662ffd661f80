package org.yuyin.catalogue.synthetic.music;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** How the chords of a bar are played. */
enum Comping {
  /** All tones, held for the bar. */
  HELD,
  /** All tones on the off-beats, short. */
  OFF_BEATS,
  /** All tones on two and three. */
  WALTZ,
  /** All tones in the rhythm of a strummed guitar, spread by a few hundredths. */
  STRUM,
  /** All tones, short and syncopated. */
  STABS,
  /** All tones on one and the "and" of two. */
  CHARLESTON,
  /** Root and the key's own fifth in eighths. */
  POWER,
  /** One tone after the other in eighths, up and down. */
  BROKEN,
  /** One tone after the other in sixteenths, upwards. */
  RUNNING,
  /** Low, high, middle, high. */
  ALBERTI,
  /** One repeated figure in eighths, as film strings do. */
  OSTINATO;

  private static final double[] STRUM_AT = {0, 1, 1.5, 2.5, 3, 3.5};
  private static final double[] STABS_AT = {0, 0.75, 1.5, 2.75, 3.5};

  /**
   * The notes of one bar.
   *
   * @param lowest the MIDI key above which the chord is voiced
   * @param from beat at which the bar begins
   * @param busy 0 sparse to 1 dense
   */
  List<Note> bar(
      Chord chord, int lowest, double from, int beats, double busy, RandomGenerator random) {
    var tones = chord.voicedFrom(lowest);
    var notes = new ArrayList<Note>();
    switch (this) {
      case HELD -> all(notes, tones, from, beats * 0.97, 66, 0.0);
      case OFF_BEATS -> {
        for (int beat = 0; beat < beats; beat++) {
          all(notes, tones, from + beat + 0.5, 0.3, 74, 0.0);
        }
      }
      case WALTZ -> {
        for (int beat = 1; beat < beats; beat++) {
          all(notes, tones, from + beat, 0.7, 60, 0.0);
        }
      }
      case STRUM -> rhythm(notes, tones, from, beats, STRUM_AT, 0.45, 0.02, busy, random);
      case STABS -> rhythm(notes, tones, from, beats, STABS_AT, 0.22, 0.0, busy, random);
      case CHARLESTON -> {
        all(notes, tones, from, 0.6, 72, 0.0);
        all(notes, tones, from + 1.5, 0.4, 66, 0.0);
        if (busy > 0.5) {
          all(notes, tones, from + 3.5, 0.3, 60, 0.0);
        }
      }
      case POWER -> {
        int root = lowest + Math.floorMod(chord.root() - lowest, 12);
        int fifth = root + Math.floorMod(chord.tone(2) - chord.root(), 12);
        for (double at = 0; at < beats; at += 0.5) {
          int accent = at % 1 == 0 ? 92 : 78;
          notes.add(new Note(from + at, 0.42, root, accent));
          notes.add(new Note(from + at, 0.42, fifth, accent));
        }
      }
      case BROKEN ->
          figure(notes, tones, from, beats, busy < 0.25 ? 1.0 : 0.5, new int[] {0, 1, 2, 3, 2, 1});
      case RUNNING ->
          figure(notes, tones, from, beats, busy < 0.35 ? 0.5 : 0.25, new int[] {0, 1, 2, 3});
      case ALBERTI -> figure(notes, tones, from, beats, 0.5, new int[] {0, 2, 1, 2});
      case OSTINATO ->
          figure(
              notes,
              tones,
              from,
              beats,
              busy < 0.5 ? 0.5 : 0.25,
              new int[] {0, 0, 1, 0, 2, 0, 1, 0});
    }
    return notes;
  }

  private static void rhythm(
      List<Note> notes,
      List<Integer> tones,
      double from,
      int beats,
      double[] places,
      double length,
      double spread,
      double busy,
      RandomGenerator random) {
    for (double at : places) {
      boolean played = at == 0 || random.nextDouble() < 0.55 + 0.45 * busy;
      if (at < beats && played) {
        all(notes, tones, from + at, length, at == 0 ? 84 : 72, spread);
      }
    }
  }

  private static void figure(
      List<Note> notes, List<Integer> tones, double from, int beats, double step, int[] order) {
    int number = 0;
    for (double at = 0; at < beats; at += step) {
      int tone = order[number++ % order.length];
      int pitch = tones.get(tone % tones.size()) + 12 * (tone / tones.size());
      notes.add(new Note(from + at, step * 0.95, pitch, at % 1 == 0 ? 76 : 64));
    }
  }

  private static void all(
      List<Note> notes,
      List<Integer> tones,
      double at,
      double length,
      int velocity,
      double spread) {
    for (int number = 0; number < tones.size(); number++) {
      notes.add(new Note(at + number * spread, length, tones.get(number), velocity));
    }
  }
}
