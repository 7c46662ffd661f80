package org.yuyin.media;

/**
 * Where the sampled frames of a video stand: the middles of equal stretches, so that together they
 * stand for the whole length.
 *
 * @param firstSeconds time of the first frame
 * @param stepSeconds from one frame to the next
 * @param count at least 1
 */
record FrameTimes(double firstSeconds, double stepSeconds, int count) {
  static FrameTimes of(double durationSeconds, FrameSampling sampling) {
    double wanted = Math.round(durationSeconds * sampling.perSecond());
    int count = (int) Math.clamp(wanted, 1, sampling.most());
    double step = durationSeconds > 0 ? durationSeconds / count : 1 / sampling.perSecond();
    return new FrameTimes(step / 2, step, count);
  }

  static FrameTimes single(double atSeconds) {
    return new FrameTimes(atSeconds, 1, 1);
  }

  double at(int index) {
    return firstSeconds + index * stepSeconds;
  }
}
