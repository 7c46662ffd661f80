package org.yuyin.feature;

import java.time.Duration;
import java.util.List;

/**
 * What an extraction did.
 *
 * @param items distinct items that were asked for
 * @param earlier those among them whose vectors were all there already
 * @param vectors extracted and stored now, of tags too
 * @param failures vectors that could not be extracted
 */
public record ExtractionReport(
    int items, int earlier, int vectors, List<Failure> failures, Duration took) {
  /**
   * A vector that could not be extracted.
   *
   * @param item whose it would have been
   * @param extractor name of the extractor
   * @param reason in one line
   */
  public record Failure(FeatureItem item, String extractor, String reason) {}
}
