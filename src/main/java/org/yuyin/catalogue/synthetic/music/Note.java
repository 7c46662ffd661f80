package org.yuyin.catalogue.synthetic.music;

/**
 * One note of a part.
 *
 * @param start beats from the beginning of the piece
 * @param beats how long it sounds
 * @param pitch MIDI key, 0 to 127, 60 is middle C
 * @param velocity MIDI velocity, 1 to 127
 */
record Note(double start, double beats, int pitch, int velocity) {
  Note {
    if (start < 0 || !(beats > 0) || pitch < 0 || pitch > 127 || velocity < 1 || velocity > 127) {
      throw new IllegalArgumentException(
          "not a note: start %s, %s beats, pitch %d, velocity %d"
              .formatted(start, beats, pitch, velocity));
    }
  }
}
