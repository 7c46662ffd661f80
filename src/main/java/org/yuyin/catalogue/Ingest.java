package org.yuyin.catalogue;

import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import org.yuyin.catalogue.IngestRepository.Merged;
import org.yuyin.media.MediaReader;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.InputException;

/**
 * Takes videos into a collection: examines each file, stores its content, and records its outcome.
 * Each source is one transaction, so an ingest that was stopped anywhere, by {@code kill -9} too,
 * goes on where it was: sources that are done with and unchanged are not looked at again.
 */
public final class Ingest {
  private final IngestRepository repository;
  private final IngestReports reports;
  private final BlobStore blobs;
  private final Examination examination;
  private final CategoryMerging merging;
  private final int threads;

  /** Told how far the ingest is; called by one thread at a time. */
  @FunctionalInterface
  public interface Progress {
    /** So many of so many sources are done. */
    void at(int done, int total);
  }

  /**
   * @param threads files that are examined at a time
   */
  public Ingest(
      Pool pool,
      BlobStore blobs,
      MediaReader media,
      SoundJudge judge,
      CategoryMerging merging,
      int threads) {
    this.repository = new IngestRepository(pool);
    this.reports = new IngestReports(pool);
    this.blobs = blobs;
    this.examination = new Examination(media, judge);
    this.merging = merging;
    this.threads = threads;
  }

  /**
   * Takes the sources in and stores the collection's report.
   *
   * @throws InputException when something other than a source fails: the disk is full, the database
   *     gone; what was recorded until then stays
   */
  public IngestReport run(String collection, List<IngestSource> sources, Progress progress) {
    var finished = repository.finished(collection).await();
    var open =
        sources.stream()
            .filter(it -> !fingerprint(it).equals(finished.get(it.file().toString())))
            .toList();
    takeIn(
        collection, open, done -> progress.at(sources.size() - open.size() + done, sources.size()));
    return reports.make(collection).await();
  }

  private void takeIn(String collection, List<IngestSource> sources, Counter counter) {
    var workers =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("ingest-", 0).factory());
    try {
      var running = new ExecutorCompletionService<IngestOutcome>(workers);
      sources.forEach(source -> running.submit(() -> takeIn(collection, source)));
      counter.at(0);
      for (int done = 1; done <= sources.size(); done++) {
        running.take().get();
        counter.at(done);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("the ingest was stopped; give the same command to go on", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  /** The content is stored before the row that points at it. */
  private IngestOutcome takeIn(String collection, IngestSource source) {
    var fingerprint =
        fingerprint(source); // before reading: a file that changes meanwhile is redone
    var finding = examination.examine(source.file());
    if (finding.sha256() != null && !blobs.has(finding.sha256())) {
      blobs.put(source.file());
    }
    return repository.record(collection, source, fingerprint, merged(source), finding).await();
  }

  private Optional<Merged> merged(IngestSource source) {
    return source
        .category()
        .map(
            category ->
                source
                    .mergedCategory()
                    .map(into -> new Merged(category, into, "manifest"))
                    .or(
                        () ->
                            merging
                                .mergedOf(category)
                                .map(into -> new Merged(category, into, "paper")))
                    .orElseGet(() -> new Merged(category, category, "folder")));
  }

  /** Changes when the file or what is said of it changes; a missing file has one of its own. */
  private static String fingerprint(IngestSource source) {
    var said =
        List.of(
            source.name(),
            source.category(),
            source.mergedCategory(),
            source.tag(),
            source.split(),
            source.trackGroup(),
            source.synthetic());
    return state(source.file()) + " " + Integer.toHexString(said.toString().hashCode());
  }

  private static String state(Path file) {
    try {
      return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return "missing";
    }
  }

  private interface Counter {
    void at(int done);
  }
}
