package org.yuyin.media;

/**
 * A decoded sound track.
 *
 * @param samples interleaved 16-bit samples; length = frames × channels
 * @param channels at least 1
 * @param sampleRateHz samples a second and channel
 */
public record Sound(short[] samples, int channels, int sampleRateHz) {
  public Sound {
    if (channels < 1 || sampleRateHz < 1 || samples.length % channels != 0) {
      throw new IllegalArgumentException(
          "sound needs whole frames of at least one channel, got %d samples, %d channels, %d Hz"
              .formatted(samples.length, channels, sampleRateHz));
    }
  }

  /** Samples of one channel. */
  public int frameCount() {
    return samples.length / channels;
  }

  /** Length in seconds. */
  public double seconds() {
    return (double) frameCount() / sampleRateHz;
  }

  /** The mean of the channels, in [-1, 1): 16-bit values divided by 32768. */
  public float[] mono() {
    var mono = new float[frameCount()];
    for (int frame = 0; frame < mono.length; frame++) {
      int sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += samples[frame * channels + channel];
      }
      mono[frame] = (float) sum / channels / 32768f;
    }
    return mono;
  }
}
