package org.yuyin.feature.sound.emobase;

/**
 * Follows the pitch from frame to frame: jumps are replaced by the running mean, a pitch of a
 * single frame is dropped, and an envelope holds the last voiced pitch. The output is one frame
 * late, as the original's is. Single precision. For one thread and one clip.
 *
 * <p>The original also damps onsets and restarts after offsets, but under conditions that exclude
 * each other; what can never happen is left out here.
 */
final class PitchContour {
  private static final float PACE = 0.3f;
  private static final float PACE_AFTER_JUMP = 0.1f;
  private static final float LARGEST_RISE = 1.4f;
  private static final float LARGEST_FALL = 0.6f;
  private static final float ENVELOPE_MEMORY = 0.75f;

  private boolean onset;
  private float last;
  private float beforeLast;
  private float runningMean;
  private float pitch;
  private float envelope;

  /** Takes the next frame's pitch in Hz, 0 for none. */
  void add(float measured) {
    if (measured == 0 && onset) {
      last = 0;
    }
    onset = measured > 0 && last == 0;
    float accepted = measured > 0 ? accept(measured) : 0;
    pitch = last != 0 && beforeLast != 0 ? 0.5f * (beforeLast + last) : last;
    beforeLast = last;
    last = accepted;
    if (pitch > 0) {
      envelope = ENVELOPE_MEMORY * envelope + (1 - ENVELOPE_MEMORY) * pitch;
    }
  }

  /** The running mean takes a jump's place, yet slowly follows it. */
  private float accept(float measured) {
    if (runningMean == 0) {
      runningMean = measured;
    }
    float mean = runningMean;
    boolean jump = !(measured < LARGEST_RISE * mean && measured > LARGEST_FALL * mean);
    float pace = jump ? PACE_AFTER_JUMP : PACE;
    runningMean = (1 - pace) * mean + pace * measured;
    return jump ? mean : measured;
  }

  /** Smoothed pitch in Hz, 0 where there is none. */
  float pitchHz() {
    return pitch;
  }

  /** Envelope of the pitch in Hz; holds its value where there is no pitch. */
  float envelopeHz() {
    return envelope;
  }
}
