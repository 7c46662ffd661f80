package org.yuyin.feature.sound.emobase;

import org.yuyin.storage.InputException;

/**
 * How a clip is cut. Two streams of frames start at sample 0 and share one hop; only whole frames
 * count, and each is followed by zeros up to a power of two for its transform.
 *
 * @param sampleRateHz of the clip; it is analysed at its own rate
 * @param shortFrame samples in a frame of 25 ms, for everything but pitch
 * @param longFrame samples in a frame of 40 ms, for pitch
 * @param hop samples from one frame to the next, 10 ms
 */
record Framing(int sampleRateHz, int shortFrame, int longFrame, int hop) {
  private static final double SHORT_SECONDS = 0.025;
  private static final double LONG_SECONDS = 0.040;
  private static final double HOP_SECONDS = 0.010;

  /** Below it a frame is hardly longer than the linear predictor. */
  private static final int LOWEST_RATE_HZ = 1000;

  static Framing of(int sampleRateHz) {
    if (sampleRateHz < LOWEST_RATE_HZ) {
      throw new InputException(
          "emobase needs sound of at least %d samples a second, this has %d"
              .formatted(LOWEST_RATE_HZ, sampleRateHz));
    }
    return new Framing(
        sampleRateHz,
        samples(SHORT_SECONDS, sampleRateHz),
        samples(LONG_SECONDS, sampleRateHz),
        samples(HOP_SECONDS, sampleRateHz));
  }

  private static int samples(double seconds, int sampleRateHz) {
    return (int) Math.round(seconds * sampleRateHz);
  }

  /** Whole short frames in so many samples. */
  int shortFrames(int samples) {
    return frames(samples, shortFrame);
  }

  /** Whole long frames in so many samples. */
  int longFrames(int samples) {
    return frames(samples, longFrame);
  }

  private int frames(int samples, int frame) {
    return samples < frame ? 0 : (samples - frame) / hop + 1;
  }

  /** Samples that give so many long frames. */
  int samplesFor(int longFrames) {
    return longFrame + (longFrames - 1) * hop;
  }

  int shortTransform() {
    return powerOfTwo(shortFrame);
  }

  int longTransform() {
    return powerOfTwo(longFrame);
  }

  private static int powerOfTwo(int atLeast) {
    return Integer.highestOneBit(atLeast - 1) << 1;
  }

  /**
   * Seconds of a short frame with its zeros. The original scales the nominal 25 ms rather than the
   * samples, which differs where 25 ms are no whole number of samples.
   */
  double shortTransformSeconds() {
    return SHORT_SECONDS * shortTransform() / shortFrame;
  }

  /** Seconds of a long frame with its zeros, from the nominal 40 ms. */
  double longTransformSeconds() {
    return LONG_SECONDS * longTransform() / longFrame;
  }

  /** Seconds from one frame to the next. */
  double hopSeconds() {
    return (double) hop / sampleRateHz;
  }
}
