package org.yuyin.retrieval;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.feature.ExtractionTimer;
import org.yuyin.feature.Extractors;
import org.yuyin.feature.FeatureStore;
import org.yuyin.feature.FrameExtractor;
import org.yuyin.feature.Modality;
import org.yuyin.media.MediaReader;
import org.yuyin.storage.InputException;

/**
 * Describes a video by the extractor that described the videos of a dataset. A content that was
 * described before is not described again. Blocking.
 */
public final class VideoDescriber {
  private final MediaReader media;
  private final DatasetExtractors extractors;
  private final FeatureStore store;

  /** Reads with that reader, keeps vectors in that store. */
  public VideoDescriber(MediaReader media, Extractors extractors, FeatureStore store) {
    this.media = media;
    this.extractors = new DatasetExtractors(extractors);
    this.store = store;
  }

  /**
   * The vector of a video file.
   *
   * @param sha256 of the file's content
   * @throws InputException when the file cannot be used, or the dataset's extractor is not known or
   *     not there
   */
  public float[] describe(Path file, String sha256, DatasetInfo dataset) {
    var extractor = extractor(dataset);
    var known = store.vectors(extractor.info(), List.of(sha256)).await().get(sha256);
    if (known != null) {
      return known;
    }
    var frames = media.frames(file, extractor.sampling());
    var vector = ExtractionTimer.time(extractor, () -> extractor.extract(frames));
    store.put(extractor.info(), Map.of(sha256, vector)).await();
    return vector;
  }

  private FrameExtractor extractor(DatasetInfo dataset) {
    var used = extractors.of(dataset, Modality.VIDEO);
    if (!(used instanceof FrameExtractor extractor)) {
      throw new InputException("%s describes no pictures".formatted(used.info().name()));
    }
    extractor
        .unavailable()
        .ifPresent(
            why -> {
              throw new InputException("%s cannot be used: %s".formatted(used.info().name(), why));
            });
    return extractor;
  }
}
