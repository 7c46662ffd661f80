package org.yuyin.media;

/**
 * Which frames of a video to take, and at what size.
 *
 * @param perSecond frames for each second of video
 * @param most upper bound for one video; beyond it frames are spread evenly over the whole length
 * @param width pixels
 * @param height pixels
 */
public record FrameSampling(double perSecond, int most, int width, int height) {
  /** One frame a second, at most 16 an ad. */
  public static FrameSampling ofSize(int width, int height) {
    return new FrameSampling(1.0, 16, width, height);
  }

  public FrameSampling {
    if (!(perSecond > 0) || most < 1 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "frame sampling needs positive numbers, got %s per second, at most %d, %d x %d"
              .formatted(perSecond, most, width, height));
    }
  }
}
