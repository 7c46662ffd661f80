package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import java.util.Set;
import org.yuyin.feature.Modality;
import org.yuyin.model.loss.MultiPositiveNce;

/**
 * The network of {@link YuYinMethod}: pictures, music and text in one space, contrasted pairwise,
 * and their category predicted: {@code L = β·NCE(v,m) + NCE(v,t) + NCE(m,t) + α·ΣCE}.
 */
final class YuYinNetwork implements TrainableNetwork {
  private final YuYinSettings settings;
  private final YuYinTowers towers;
  private final MultiPositiveNce nce;

  private YuYinNetwork(YuYinSettings settings, DataShape shape) {
    this.settings = settings;
    towers = new YuYinTowers(settings, shape);
    nce = new MultiPositiveNce(settings.temperature(), settings.symmetric());
  }

  static YuYinNetwork of(YuYinSettings settings, DataShape shape) {
    return new YuYinNetwork(settings, shape);
  }

  @Override
  public Set<Modality> modalities() {
    return towers.modalities();
  }

  @Override
  public int width() {
    return settings.width();
  }

  @Override
  public void initialise(InitialWeights into, PairRows pairs) {
    towers.initialise(into, pairs);
  }

  @Override
  public NDArray encodeVideo(Weights weights, Features features) {
    return towers.video(weights, features);
  }

  @Override
  public NDArray encodeMusic(Weights weights, Features features) {
    return towers.music(weights, features);
  }

  @Override
  public Losses losses(Weights weights, Batch batch, Step step) {
    var video = encodeVideo(weights, batch.features());
    var music = encodeMusic(weights, batch.features());
    var text = towers.text(weights, batch.features());
    var videoMusic =
        settings.maskSameTrack()
            ? nce.ignoring(video, music, batch.tracks())
            : nce.loss(video, music);
    var parts = new LossParts().add("nce video-music", settings.beta(), videoMusic);
    text.ifPresent(
        points -> {
          parts.add("nce video-text", 1, nce.positives(video, points, batch.tags()));
          parts.add("nce music-text", 1, nce.positives(music, points, batch.tags()));
        });
    towers.addPrediction(parts, "video", weights, video, batch);
    towers.addPrediction(parts, "music", weights, music, batch);
    text.ifPresent(points -> towers.addPrediction(parts, "text", weights, points, batch));
    return parts.losses(Pass.of(step));
  }
}
