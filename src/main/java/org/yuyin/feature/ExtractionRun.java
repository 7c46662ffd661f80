package org.yuyin.feature;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.yuyin.feature.ExtractionReport.Failure;

/** The bookkeeping of one extraction, all on the calling thread. */
final class ExtractionRun {
  private final ExtractionPlan plan;
  private final VectorBuffer buffer;
  private final Consumer<ExtractionProgress> progress;
  private final Map<FeatureItem, Integer> piecesLeft = new HashMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private final Set<FeatureItem> failed = new HashSet<>();
  private final int earlier;
  private final long start = System.nanoTime();

  ExtractionRun(ExtractionPlan plan, VectorBuffer buffer, Consumer<ExtractionProgress> progress) {
    this.plan = plan;
    this.buffer = buffer;
    this.progress = progress;
    for (var item : plan.items()) {
      if (plan.pieces(item) > 0) {
        piecesLeft.put(item, plan.pieces(item));
      }
    }
    this.earlier = plan.items().size() - piecesLeft.size();
    progress.accept(progress());
  }

  void add(Extractor extractor, String item, float[] vector) {
    buffer.add(extractor, item, vector);
  }

  /** Takes frames through their extractors and keeps the vectors. */
  void finish(Prepared prepared) {
    var item = prepared.item();
    // What fails here is not the file's fault but the network's, so it ends the run.
    prepared
        .frames()
        .forEach(
            (extractor, frames) ->
                prepared
                    .vectors()
                    .put(
                        extractor,
                        ExtractionTimer.time(extractor, () -> extractor.extract(frames))));
    prepared.vectors().forEach((extractor, vector) -> add(extractor, item.sha256(), vector));
    prepared
        .failures()
        .forEach(
            (extractor, reason) -> {
              failures.add(new Failure(item, extractor.info().name(), reason));
              failed.add(item);
            });
    if (piecesLeft.merge(item, -1, Integer::sum) == 0) {
      piecesLeft.remove(item);
      progress.accept(progress());
    }
  }

  /** Stores what waits, also when the thread was told to stop. */
  void storeRest() {
    boolean interrupted = Thread.interrupted();
    try {
      buffer.flush();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private ExtractionProgress progress() {
    int total = plan.items().size();
    return ExtractionProgress.after(
        elapsed(), total - piecesLeft.size(), earlier, total, failed.size());
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  ExtractionReport report() {
    return new ExtractionReport(
        plan.items().size(), earlier, buffer.stored(), List.copyOf(failures), elapsed());
  }
}
