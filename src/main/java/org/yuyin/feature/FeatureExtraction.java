package org.yuyin.feature;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.yuyin.media.MediaReader;
import org.yuyin.storage.InputException;

/**
 * Extracts the vectors of many ads and stores them. Only what is missing is extracted, so a run
 * that was ended in any way is continued by the next one. Worker threads, one for each processor,
 * decode and describe sound; meanwhile the calling thread takes frames through the network. A
 * window bounds how many decoded items wait in memory. A file that cannot be used is reported and
 * left out.
 */
public final class FeatureExtraction {
  private static final int TEXTS_AT_ONCE = 64;

  private final MediaReader reader;
  private final FeatureStore store;
  private final int workers;

  /** Works with as many threads as there are processors. */
  public FeatureExtraction(MediaReader reader, FeatureStore store) {
    this(reader, store, Runtime.getRuntime().availableProcessors());
  }

  FeatureExtraction(MediaReader reader, FeatureStore store, int workers) {
    this.reader = reader;
    this.store = store;
    this.workers = workers;
  }

  /**
   * Extracts what is missing. Blocks; call it from a platform thread.
   *
   * @param items several of one content count once
   * @param extractors usually one for each modality
   * @param progress is told after every item, on the calling thread
   * @throws InputException when the weights of an extractor are not there
   * @throws InterruptedException when the thread was interrupted: what is finished is stored, child
   *     processes are ended
   */
  public ExtractionReport run(
      List<FeatureItem> items,
      List<? extends Extractor> extractors,
      Consumer<ExtractionProgress> progress)
      throws InterruptedException {
    extractors.forEach(FeatureExtraction::checkAvailable);
    var plan = ExtractionPlan.of(items, extractors, store);
    var run = new ExtractionRun(plan, new VectorBuffer(store), progress);
    try {
      plan.tags().forEach((extractor, texts) -> describe(extractor, texts, run));
      decodeAndDescribe(pieces(plan), run);
    } finally {
      run.storeRest();
    }
    return run.report();
  }

  private static void checkAvailable(Extractor extractor) {
    extractor
        .unavailable()
        .ifPresent(
            why -> {
              throw new InputException(
                  "%s cannot be used: %s".formatted(extractor.info().name(), why));
            });
  }

  private static void describe(TextExtractor extractor, List<String> texts, ExtractionRun run) {
    for (int begin = 0; begin < texts.size(); begin += TEXTS_AT_ONCE) {
      var some = texts.subList(begin, Math.min(begin + TEXTS_AT_ONCE, texts.size()));
      var vectors = extractor.extract(some);
      for (int i = 0; i < vectors.length; i++) {
        run.add(extractor, ItemKey.ofTag(some.get(i)), vectors[i]);
      }
    }
  }

  /** Pictures and sound of an item are separate pieces of work, which run side by side. */
  private Queue<Callable<Prepared>> pieces(ExtractionPlan plan) {
    var preparation = new Preparation(reader);
    var pieces = new ArrayDeque<Callable<Prepared>>();
    for (var item : plan.items()) {
      var frames = plan.frames().get(item);
      if (frames != null) {
        pieces.add(() -> preparation.pictures(item, frames));
      }
      var sounds = plan.sounds().get(item);
      if (sounds != null) {
        pieces.add(() -> preparation.sound(item, sounds));
      }
    }
    return pieces;
  }

  private void decodeAndDescribe(Queue<Callable<Prepared>> pieces, ExtractionRun run)
      throws InterruptedException {
    var threads = Thread.ofPlatform().daemon().name("extract-", 1).factory();
    var pool = Executors.newFixedThreadPool(workers, threads);
    try {
      var finished = new ExecutorCompletionService<Prepared>(pool);
      int window = 2 * workers + 2;
      int inFlight = 0;
      while (inFlight > 0 || !pieces.isEmpty()) {
        while (inFlight < window && !pieces.isEmpty()) {
          finished.submit(pieces.remove());
          inFlight++;
        }
        var prepared = finished.take();
        inFlight--;
        run.finish(prepared.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("feature extraction failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
