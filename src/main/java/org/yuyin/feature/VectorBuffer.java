package org.yuyin.feature;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gathers vectors and stores them in small transactions, so that neither each vector costs a round
 * trip nor a crash loses more than some seconds of work. For one thread.
 */
final class VectorBuffer {
  private static final int MOST_VECTORS = 64;
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final FeatureStore store;
  private final Map<Extractor, Map<String, float[]>> waiting = new LinkedHashMap<>();
  private int count;
  private int stored;
  private long lastFlush = System.nanoTime();

  VectorBuffer(FeatureStore store) {
    this.store = store;
  }

  void add(Extractor extractor, String item, float[] vector) {
    waiting.computeIfAbsent(extractor, _ -> new HashMap<>()).put(item, vector);
    count++;
    if (count >= MOST_VECTORS || System.nanoTime() - lastFlush > LONGEST.toNanos()) {
      flush();
    }
  }

  /** Stores what waits; returns when it is stored. */
  void flush() {
    waiting.forEach((extractor, vectors) -> store.put(extractor.info(), vectors).await());
    waiting.clear();
    stored += count;
    count = 0;
    lastFlush = System.nanoTime();
  }

  /** Vectors stored so far. */
  int stored() {
    return stored;
  }
}
