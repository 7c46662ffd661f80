package org.yuyin.feature;

import java.time.Duration;
import java.util.Optional;

/**
 * How far an extraction is.
 *
 * @param done items that are dealt with, those with all vectors from earlier among them
 * @param total items altogether
 * @param failed items of which at least one vector could not be extracted
 * @param perSecond items a second since the start, without those from earlier; 0 at first
 * @param left until the end at this pace; empty while there is no pace
 */
public record ExtractionProgress(
    int done, int total, int failed, double perSecond, Optional<Duration> left) {
  /**
   * Works out pace and time left.
   *
   * @param earlier items that needed nothing
   */
  static ExtractionProgress after(Duration elapsed, int done, int earlier, int total, int failed) {
    double perSecond = elapsed.isZero() ? 0 : (done - earlier) * 1e9 / elapsed.toNanos();
    Optional<Duration> left =
        perSecond > 0
            ? Optional.of(Duration.ofMillis(Math.round((total - done) / perSecond * 1000)))
            : Optional.empty();
    return new ExtractionProgress(done, total, failed, perSecond, left);
  }
}
