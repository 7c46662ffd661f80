package org.yuyin.catalogue;

import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.yuyin.catalogue.IngestRepository.Merged;
import org.yuyin.media.MediaReader;
import org.yuyin.media.Previews;
import org.yuyin.storage.Blob;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;

/**
 * Takes videos into a collection: examines each file, stores its content, and records its outcome.
 * Each source is one transaction, so an ingest that was stopped anywhere, by {@code kill -9} too,
 * goes on where it was: sources that are done with and unchanged are not looked at again, save that
 * facts of their music are filled in where they are missing.
 */
public final class Ingest {
  private final Pool pool;
  private final IngestRepository repository;
  private final IngestReports reports;
  private final BlobStore blobs;
  private final Previews previews;
  private final Examination examination;
  private final CategoryMerging merging;
  private final int threads;
  private volatile boolean stopped;

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
      Previews previews,
      SoundJudge judge,
      CategoryMerging merging,
      int threads) {
    this.pool = pool;
    this.repository = new IngestRepository(pool);
    this.reports = new IngestReports(pool);
    this.blobs = blobs;
    this.previews = previews;
    this.examination = new Examination(media, judge);
    this.merging = merging;
    this.threads = threads;
  }

  /**
   * Takes the sources in and stores the collection's report.
   *
   * @throws InputException when something other than a source fails: the disk is full, the database
   *     gone, another process takes ads into the same collection; what was recorded until then
   *     stays
   * @throws java.util.concurrent.CancellationException after {@link #stop}
   */
  public IngestReport run(String collection, List<IngestSource> sources, Progress progress) {
    try (var _ = CollectionLock.acquire(pool, collection)) {
      var left =
          IngestTasks.of(
              sources,
              repository.items(collection).await(),
              repository.contents(collection).await());
      var adOfContent = new ConcurrentHashMap<>(left.adOfContent());
      new IngestRun(
              left.tasks(),
              task -> takeIn(collection, task, adOfContent),
              progress,
              sources.size() - left.tasks().size(),
              () -> stopped)
          .onThreads(threads);
      new FactsFilling(pool, blobs, examination, threads).fill(collection, progress, () -> stopped);
      return reports.make(collection).await();
    }
  }

  /** Ends the run after the files that are being read. May be called by any thread. */
  public void stop() {
    stopped = true;
  }

  private void takeIn(String collection, IngestTask task, Map<String, Long> adOfContent) {
    var finding = examination.examine(task.source().file(), adOfContent::containsKey);
    if (finding.sha256() instanceof String content && adOfContent.get(content) instanceof Long ad) {
      repository.recordCopy(collection, task, ad).await();
      return;
    }
    finding = stored(task, finding);
    var ad = repository.record(collection, task, merged(task.source()), finding).await();
    if (finding.sha256() instanceof String content) {
      blobs.ensure(content, task.source().file());
      adOfContent.put(content, ad);
      finding.outline().ifPresent(outline -> previews.keep(content, outline));
    }
  }

  /** The content is stored before the row that points at it. */
  private Finding stored(IngestTask task, Finding finding) {
    if (finding.sha256() == null || blobs.has(finding.sha256())) {
      return finding;
    }
    Blob blob;
    try (var in = Files.newInputStream(task.source().file())) {
      blob = blobs.put(in, Long.MAX_VALUE);
    } catch (IOException e) {
      return Finding.unreadable(IoProblems.reason(e));
    }
    return blob.sha256().equals(finding.sha256())
        ? finding
        : Finding.unreadable("it changed while it was read; give the same command again");
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
}
