package org.yuyin.feature.sound.emobase;

import org.yuyin.media.Sound;

/** Gives stretches of a clip as one channel in single precision, without a copy of the whole. */
final class FrameReader {
  /** The original's full scale: not 32768, so the lowest sample lies just below -1. */
  private static final float FULL_SCALE = 32767f;

  private final short[] samples;
  private final int channels;

  FrameReader(Sound sound) {
    this.samples = sound.samples();
    this.channels = sound.channels();
  }

  /** Fills the first {@code length} values of {@code frame} from sample {@code start} on. */
  void read(int start, int length, float[] frame) {
    if (channels == 1) {
      for (int n = 0; n < length; n++) {
        frame[n] = samples[start + n] / FULL_SCALE;
      }
      return;
    }
    for (int n = 0; n < length; n++) {
      int at = (start + n) * channels;
      float sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += samples[at + channel];
      }
      frame[n] = sum / channels / FULL_SCALE;
    }
  }
}
