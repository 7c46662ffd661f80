package org.yuyin.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.catalogue.UploadedTrack;
import org.yuyin.catalogue.UploadedTracks;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.feature.ExtractionProgress;
import org.yuyin.feature.ExtractionReport;
import org.yuyin.feature.Extractor;
import org.yuyin.feature.Extractors;
import org.yuyin.feature.FeatureExtraction;
import org.yuyin.feature.FeatureItem;
import org.yuyin.feature.FeatureStore;
import org.yuyin.feature.Modality;
import org.yuyin.model.Encoder;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.InputException;

/**
 * Music that was uploaded by itself: described by the extractors that made a model's dataset, it
 * stands beside the music of the ads. Blocking.
 */
public final class UploadedMusic {
  private static final Logger log = LoggerFactory.getLogger(UploadedMusic.class);
  private static final int AT_ONCE = 256;

  private final UploadedTracks tracks;
  private final BlobStore blobs;
  private final FeatureExtraction extraction;
  private final FeatureStore store;
  private final DatasetExtractors extractors;

  /** Reads tracks and blobs, fills the store. */
  public UploadedMusic(
      UploadedTracks tracks,
      BlobStore blobs,
      FeatureExtraction extraction,
      FeatureStore store,
      Extractors extractors) {
    this.tracks = tracks;
    this.blobs = blobs;
    this.extraction = extraction;
    this.store = store;
    this.extractors = new DatasetExtractors(extractors);
  }

  /**
   * Describes what is not yet described, so that models of that dataset can recommend it.
   *
   * @throws InputException when the dataset's extractors are not there
   * @throws InterruptedException when stopped; what is described is kept
   */
  public ExtractionReport describe(DatasetInfo dataset, Consumer<ExtractionProgress> progress)
      throws InterruptedException {
    var items = tracks.all().await().stream().map(this::item).toList();
    var report = extraction.run(items, List.of(audio(dataset), emotion(dataset)), progress);
    tracks.touch().await();
    return report;
  }

  private FeatureItem item(UploadedTrack track) {
    return new FeatureItem(
        track.title(), blobs.path(track.sha256()), track.sha256(), Optional.empty());
  }

  private Extractor audio(DatasetInfo dataset) {
    return extractors.of(dataset, Modality.AUDIO);
  }

  private Extractor emotion(DatasetInfo dataset) {
    return extractors.of(dataset, Modality.EMOTION);
  }

  /** What has been described, placed by a model of that dataset. */
  UploadedPool pool(DatasetInfo dataset, Encoder encoder) {
    var all = tracks.all().await();
    if (all.isEmpty()) {
      return UploadedPool.empty();
    }
    try {
      return pool(all, audio(dataset), emotion(dataset), encoder);
    } catch (InputException e) {
      log.warn("uploaded music is left out: {}", e.getMessage());
      return UploadedPool.empty();
    }
  }

  private UploadedPool pool(
      List<UploadedTrack> all, Extractor audio, Extractor emotion, Encoder encoder) {
    var items = new ArrayList<PoolItem>();
    var points = new ArrayList<float[]>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      var keys = some.stream().map(UploadedTrack::sha256).toList();
      var sounds = store.vectors(audio.info(), keys).await();
      var emotions = store.vectors(emotion.info(), keys).await();
      var described =
          some.stream()
              .filter(it -> sounds.containsKey(it.sha256()) && emotions.containsKey(it.sha256()))
              .toList();
      if (!described.isEmpty()) {
        var vectors =
            Map.of(
                Modality.AUDIO, rows(described, sounds),
                Modality.EMOTION, rows(described, emotions));
        points.addAll(List.of(encoder.encodeMusic(vectors)));
        described.forEach(track -> items.add(poolItem(track)));
      }
    }
    return new UploadedPool(items, points.toArray(float[][]::new));
  }

  private static float[][] rows(List<UploadedTrack> described, Map<String, float[]> vectors) {
    return described.stream().map(it -> vectors.get(it.sha256())).toArray(float[][]::new);
  }

  private static PoolItem poolItem(UploadedTrack track) {
    return new PoolItem(
        track.artist().orElse(""),
        track.key(),
        track.title(),
        "",
        "",
        false,
        OptionalLong.empty(),
        Optional.of(new PoolItem.CatalogueTrack(track.id(), track.sha256(), track.licence())),
        track.facts(),
        false);
  }
}
