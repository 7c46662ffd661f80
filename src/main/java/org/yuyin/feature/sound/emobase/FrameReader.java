package org.yuyin.feature.sound.emobase;

import org.yuyin.media.Sound;

/**
 * Gives the frames of a clip one after the other, as one channel in single precision. Each sample
 * is converted once, though several frames share it, and the whole is never copied. For one thread.
 */
final class FrameReader {
  /** The original's full scale: not 32768, so the lowest sample lies just below -1. */
  private static final float FULL_SCALE = 32767f;

  private final short[] samples;
  private final int channels;
  private final int hop;
  private final float[] frame;
  private int read;

  /**
   * Begins at the first sample.
   *
   * @param length samples in a frame, at least {@code hop}
   * @param hop samples from one frame to the next
   */
  FrameReader(Sound sound, int length, int hop) {
    this.samples = sound.samples();
    this.channels = sound.channels();
    this.hop = hop;
    this.frame = new float[length];
  }

  /** The next frame, which must lie within the clip; the array is reused for the one after it. */
  float[] next() {
    int kept = read == 0 ? 0 : frame.length - hop;
    System.arraycopy(frame, frame.length - kept, frame, 0, kept);
    for (int n = kept; n < frame.length; n++) {
      frame[n] = mean(read++) / FULL_SCALE;
    }
    return frame;
  }

  private float mean(int at) {
    if (channels == 1) {
      return samples[at];
    }
    float sum = 0;
    for (int n = at * channels; n < (at + 1) * channels; n++) {
      sum += samples[n];
    }
    return sum / channels;
  }
}
