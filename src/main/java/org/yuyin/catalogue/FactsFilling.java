package org.yuyin.catalogue;

import io.vertx.sqlclient.Pool;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.InputException;

/**
 * Measures the sounds of a collection that were taken in before facts were measured, or what is
 * heard in each second, or by an older version of the estimates. A sound that cannot be measured is
 * left without facts.
 */
final class FactsFilling {
  private static final Logger log = LoggerFactory.getLogger(FactsFilling.class);

  private final SoundFactsRepository repository;
  private final HeardSeconds heard;
  private final BlobStore blobs;
  private final Examination examination;
  private final int threads;

  FactsFilling(Pool pool, BlobStore blobs, Examination examination, int threads) {
    this.repository = new SoundFactsRepository(pool);
    this.heard = new HeardSeconds(pool);
    this.blobs = blobs;
    this.examination = examination;
    this.threads = threads;
  }

  /** Ends early, between two files, when it is stopped; the next ingest goes on there. */
  void fill(String collection, Ingest.Progress progress, BooleanSupplier stopped) {
    var missing = repository.missing(collection).await();
    try (var executor = Executors.newFixedThreadPool(threads)) {
      var measured =
          missing.stream().map(sha256 -> executor.submit(() -> fill(sha256, stopped))).toList();
      for (int done = 0; done < measured.size(); done++) {
        await(measured.get(done));
        progress.at(done + 1, measured.size());
      }
    }
  }

  private void fill(String sha256, BooleanSupplier stopped) {
    if (stopped.getAsBoolean()) {
      return;
    }
    try {
      var measured = examination.measure(blobs.path(sha256));
      repository.put(sha256, measured.facts()).await();
      heard.fill(sha256, measured.heard()).await();
    } catch (InputException e) {
      log.warn("the music of {} has no facts: {}", sha256, e.getMessage());
    }
  }

  private static void await(Future<?> measured) {
    try {
      measured.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      log.warn("facts of a sound are left out", e.getCause());
    }
  }
}
