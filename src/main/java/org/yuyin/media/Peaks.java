package org.yuyin.media;

/**
 * The outline of a sound for drawing: how loud each slice of it gets. Worked out once on the
 * server, so that no browser has to decode a whole file to show it.
 */
public final class Peaks {
  private static final int LOUDEST = 255;

  private Peaks() {}

  /**
   * The largest sample of each slice, scaled so that the loudest slice is 255 and silence is 0.
   *
   * @param slices equal stretches of time, at least 1
   * @return one unsigned byte for each slice
   */
  public static byte[] of(Sound sound, int slices) {
    var largest = new int[slices];
    var samples = sound.samples();
    for (int slice = 0; slice < slices; slice++) {
      int from = (int) ((long) samples.length * slice / slices);
      int to = (int) ((long) samples.length * (slice + 1) / slices);
      for (int index = from; index < to; index++) {
        largest[slice] = Math.max(largest[slice], Math.abs((int) samples[index]));
      }
    }
    return scaled(largest);
  }

  private static byte[] scaled(int[] largest) {
    int loudest = 1;
    for (int value : largest) {
      loudest = Math.max(loudest, value);
    }
    var peaks = new byte[largest.length];
    for (int slice = 0; slice < peaks.length; slice++) {
      peaks[slice] = (byte) Math.round((float) LOUDEST * largest[slice] / loudest);
    }
    return peaks;
  }
}
