package org.yuyin.catalogue.synthetic.music;

/** The seven-note scales music is written in, from the brightest to the darkest. */
enum Mode {
  LYDIAN(0, 2, 4, 6, 7, 9, 11),
  MAJOR(0, 2, 4, 5, 7, 9, 11),
  MIXOLYDIAN(0, 2, 4, 5, 7, 9, 10),
  DORIAN(0, 2, 3, 5, 7, 9, 10),
  MINOR(0, 2, 3, 5, 7, 8, 10),
  PHRYGIAN(0, 1, 3, 5, 7, 8, 10);

  private final int[] steps;

  Mode(int... steps) {
    this.steps = steps;
  }

  /** The mode that fits a brightness in [0, 1]. */
  static Mode of(double brightness) {
    if (brightness > 0.9) {
      return LYDIAN;
    }
    if (brightness > 0.58) {
      return MAJOR;
    }
    if (brightness > 0.5) {
      return MIXOLYDIAN;
    }
    if (brightness > 0.38) {
      return DORIAN;
    }
    return brightness > 0.12 ? MINOR : PHRYGIAN;
  }

  boolean isMinor() {
    return steps[2] == 3;
  }

  /**
   * Semitones above the tonic of a scale degree; 0 is the tonic, 7 the octave, -1 the one below.
   */
  int semitones(int degree) {
    return steps[Math.floorMod(degree, 7)] + 12 * Math.floorDiv(degree, 7);
  }
}
