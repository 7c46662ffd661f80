package org.yuyin.media;

/**
 * The outline of a sound for drawing: how far each slice of it swings down and up. Worked out once
 * on the server, so that no browser has to decode a whole file to show it.
 */
public final class Outline {
  /** Equal stretches of time that an outline tells apart. */
  public static final int SLICES = 2000;

  private static final int LOUDEST = 127;

  private final byte[] peaks;

  private Outline(byte[] peaks) {
    this.peaks = peaks;
  }

  /** The outline of a sound of any length, rate and number of channels. */
  public static Outline of(Sound sound) {
    return of(sound, SLICES);
  }

  static Outline of(Sound sound, int slices) {
    var samples = sound.samples();
    var extremes = new int[2 * slices];
    for (int slice = 0; slice < slices; slice++) {
      int from = (int) ((long) samples.length * slice / slices);
      int to = (int) ((long) samples.length * (slice + 1) / slices);
      for (int index = from; index < to; index++) {
        extremes[2 * slice] = Math.min(extremes[2 * slice], samples[index]);
        extremes[2 * slice + 1] = Math.max(extremes[2 * slice + 1], samples[index]);
      }
    }
    return new Outline(scaled(extremes));
  }

  /**
   * The least and the largest sample of each slice, scaled so that the farthest from 0 is 127 away.
   *
   * @return ({@value #SLICES}, 2) signed bytes: least, largest
   */
  public byte[] peaks() {
    return peaks.clone();
  }

  private static byte[] scaled(int[] extremes) {
    int farthest = 1;
    for (int value : extremes) {
      farthest = Math.max(farthest, Math.abs(value));
    }
    var peaks = new byte[extremes.length];
    for (int i = 0; i < peaks.length; i++) {
      peaks[i] = (byte) Math.round((float) LOUDEST * extremes[i] / farthest);
    }
    return peaks;
  }
}
