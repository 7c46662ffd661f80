package org.yuyin.app;

import java.nio.file.Path;
import org.yuyin.catalogue.UploadedTracks;
import org.yuyin.feature.FeatureExtraction;
import org.yuyin.feature.FeatureStore;
import org.yuyin.model.Methods;
import org.yuyin.retrieval.ServingModels;
import org.yuyin.retrieval.UploadedMusic;
import org.yuyin.retrieval.VideoDescriber;
import org.yuyin.storage.InputException;
import org.yuyin.storage.Sha256;
import org.yuyin.training.Checkpoints;
import org.yuyin.training.DeviceChoice;

/** What recommends, joined for the commands and the server. */
final class Recommending {
  private Recommending() {}

  static ServingModels models(Studio studio) {
    return new ServingModels(
        studio.folder(),
        studio.database().pool(),
        studio.datasets(),
        uploaded(studio),
        new Checkpoints(studio.folder(), Methods.standard()),
        DeviceChoice.best());
  }

  static UploadedMusic uploaded(Studio studio) {
    var pool = studio.database().pool();
    var store = new FeatureStore(pool);
    return new UploadedMusic(
        new UploadedTracks(pool),
        studio.blobs(),
        new FeatureExtraction(studio.media(), store),
        store,
        studio.extractors());
  }

  static VideoDescriber describer(Studio studio) {
    return new VideoDescriber(
        studio.media(), studio.extractors(), new FeatureStore(studio.database().pool()));
  }

  /** The content hash of a video that could be probed; what is no video is refused first. */
  static String checked(Studio studio, Path video) {
    if (studio.media().probe(video).picture().isEmpty()) {
      throw new InputException(video + ": has no pictures; an ad is a video");
    }
    return Sha256.of(video);
  }
}
