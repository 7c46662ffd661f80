package org.yuyin.app;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.yuyin.catalogue.CategoryMerging;
import org.yuyin.catalogue.Ingest;
import org.yuyin.catalogue.IngestReport;
import org.yuyin.catalogue.IngestSource;
import org.yuyin.catalogue.MusicUploads;
import org.yuyin.catalogue.SoundJudge;
import org.yuyin.media.Exclusion;
import org.yuyin.media.MusicDetector;
import org.yuyin.storage.InputException;

/** Runs an ingest with a progress line; for the commands that take videos in. */
final class Ingesting {
  private Ingesting() {}

  /** Ends after the files under way when it is to stop, with one line that says how far it is. */
  static IngestReport run(
      StopOnInterrupt stop, Studio studio, String collection, List<IngestSource> sources) {
    var ingest = of(studio);
    try (var progress = new ProgressLine("ingest")) {
      return stop.during(ingest::stop, () -> ingest.run(collection, sources, progress::at));
    } catch (CancellationException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }

  /** What takes videos into the catalogue. */
  static Ingest of(Studio studio) {
    return new Ingest(
        studio.database().pool(),
        studio.blobs(),
        studio.media(),
        studio.previews(),
        judge(new MusicDetector()),
        CategoryMerging.ofThePaper(),
        Runtime.getRuntime().availableProcessors());
  }

  /** What takes in music by itself. */
  static MusicUploads musicUploads(Studio studio) {
    return new MusicUploads(
        studio.database().pool(),
        studio.blobs(),
        studio.media(),
        studio.previews(),
        judge(new MusicDetector()));
  }

  private static SoundJudge judge(MusicDetector detector) {
    return sound -> {
      var measured = detector.measure(sound);
      return new SoundJudge.Verdict(
          measured.share(),
          measured.exclusion().map(Exclusion::code),
          measured.voice(),
          measured.seconds());
    };
  }
}
