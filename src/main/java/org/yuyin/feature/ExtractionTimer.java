package org.yuyin.feature;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.function.Supplier;

/** Notes how long extractors work: {@code yuyin_extraction_seconds}. */
public final class ExtractionTimer {
  private ExtractionTimer() {}

  /** Does the work of an extractor on one file. */
  public static float[] time(Extractor extractor, Supplier<float[]> work) {
    long began = System.nanoTime();
    try {
      return work.get();
    } finally {
      Metrics.timer("yuyin.extraction", "extractor", extractor.info().name())
          .record(Duration.ofNanos(System.nanoTime() - began));
    }
  }
}
