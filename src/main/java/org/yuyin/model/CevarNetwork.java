package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import java.util.Set;
import org.yuyin.feature.Modality;
import org.yuyin.model.block.SharedClassifier;
import org.yuyin.model.block.StandardisedInput;
import org.yuyin.model.block.Tower;
import org.yuyin.model.loss.CosineLoss;

/** The network of {@link CevarMethod}: {@code L = cosine loss + weight · (CE(v) + CE(m))}. */
final class CevarNetwork implements TrainableNetwork {
  private final CevarMethod.Settings settings;
  private final StandardisedInput musicInput;
  private final Tower video;
  private final Tower music;
  private final SharedClassifier classifier;
  private final CosineLoss cosine;

  CevarNetwork(CevarMethod.Settings settings, DataShape shape) {
    this.settings = settings;
    musicInput = StandardisedInput.ofMusic(settings.useEmotion());
    video =
        tower("video", shape.width(Modality.VIDEO), settings.videoOuter(), settings.videoInner());
    music = tower("music", musicInput.width(shape), settings.musicOuter(), settings.musicInner());
    classifier = new SharedClassifier("classifier", settings.width(), shape.classes().size());
    cosine = new CosineLoss(settings.margin());
  }

  private Tower tower(String name, int inputs, int outer, int inner) {
    var tower = Tower.of(name, inputs, outer, outer, inner, inner, settings.width());
    return settings.batchNorm() ? tower.normalised() : tower;
  }

  @Override
  public Set<Modality> modalities() {
    return musicInput.modalitiesAnd(Modality.VIDEO);
  }

  @Override
  public int width() {
    return settings.width();
  }

  @Override
  public void initialise(InitialWeights into, PairRows pairs) {
    musicInput.initialise(into, pairs);
    video.initialise(into);
    music.initialise(into);
    if (settings.prediction() > 0) {
      classifier.initialise(into);
    }
  }

  @Override
  public NDArray encodeVideo(Weights weights, Features features) {
    return video(weights, features, Pass.encoding());
  }

  @Override
  public NDArray encodeMusic(Weights weights, Features features) {
    return music(weights, features, Pass.encoding());
  }

  private NDArray video(Weights weights, Features features, Pass pass) {
    return video.apply(weights, features.get(Modality.VIDEO), pass).normalize();
  }

  private NDArray music(Weights weights, Features features, Pass pass) {
    return music.apply(weights, musicInput.apply(weights, features), pass).normalize();
  }

  @Override
  public Losses losses(Weights weights, Batch batch, Step step) {
    var pass = Pass.of(step);
    var ofVideo = video(weights, batch.features(), pass);
    var ofMusic = music(weights, batch.features(), pass);
    var parts = new LossParts().add("cosine", 1, cosine.loss(ofVideo, ofMusic, batch.tracks()));
    if (settings.prediction() > 0) {
      parts.add(
          "category from video",
          settings.prediction(),
          classifier.loss(weights, ofVideo, batch.classes()));
      parts.add(
          "category from music",
          settings.prediction(),
          classifier.loss(weights, ofMusic, batch.classes()));
    }
    return parts.losses(pass);
  }
}
