package org.yuyin.feature.sound;

import java.util.Arrays;
import org.yuyin.media.Sound;

/** Lengthens clips that are too short for one analysis frame. */
public final class Silence {
  private Silence() {}

  /** The clip itself, or, if it is shorter, the clip with digital silence appended. */
  public static Sound padTo(int frames, Sound sound) {
    if (sound.frameCount() >= frames) {
      return sound;
    }
    var padded = Arrays.copyOf(sound.samples(), frames * sound.channels());
    return new Sound(padded, sound.channels(), sound.sampleRateHz());
  }
}
