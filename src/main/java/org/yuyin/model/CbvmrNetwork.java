package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import java.util.Set;
import org.yuyin.feature.Modality;
import org.yuyin.model.block.BatchNorm;
import org.yuyin.model.block.StandardisedInput;
import org.yuyin.model.block.Tower;
import org.yuyin.model.loss.RankingLoss;
import org.yuyin.model.loss.StructureLoss;

/**
 * The network of {@link CbvmrMethod}: three layers for pictures and five for music, dropout after
 * each hidden one, batch normalisation after the last.
 */
final class CbvmrNetwork implements TrainableNetwork {
  private final CbvmrMethod.Settings settings;
  private final StandardisedInput musicInput;
  private final Tower video;
  private final Tower music;
  private final BatchNorm videoNorm;
  private final BatchNorm musicNorm;
  private final RankingLoss ranking;
  private final StructureLoss structure = new StructureLoss();

  CbvmrNetwork(CbvmrMethod.Settings settings, DataShape shape) {
    this.settings = settings;
    musicInput =
        settings.useSound()
            ? StandardisedInput.of(Modality.AUDIO, Modality.EMOTION)
            : StandardisedInput.of(Modality.EMOTION);
    int outer = settings.outer();
    int inner = settings.inner();
    int width = settings.width();
    video =
        Tower.of("video", shape.width(Modality.VIDEO), outer, inner, width)
            .dropping(settings.dropout());
    music =
        Tower.of("music", musicInput.width(shape), outer, inner, inner, width, width)
            .dropping(settings.dropout());
    videoNorm = new BatchNorm("video.norm", width);
    musicNorm = new BatchNorm("music.norm", width);
    ranking = new RankingLoss(settings.margin(), settings.hardest());
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
    videoNorm.initialise(into);
    music.initialise(into);
    musicNorm.initialise(into);
  }

  @Override
  public NDArray encodeVideo(Weights weights, Features features) {
    return video(weights, features.get(Modality.VIDEO), Pass.encoding());
  }

  @Override
  public NDArray encodeMusic(Weights weights, Features features) {
    return music(weights, musicInput.apply(weights, features), Pass.encoding());
  }

  private NDArray video(Weights weights, NDArray input, Pass pass) {
    return videoNorm.apply(weights, video.apply(weights, input, pass), pass).normalize();
  }

  private NDArray music(Weights weights, NDArray input, Pass pass) {
    return musicNorm.apply(weights, music.apply(weights, input, pass), pass).normalize();
  }

  @Override
  public Losses losses(Weights weights, Batch batch, Step step) {
    var pass = Pass.of(step);
    var videoInput = batch.features().get(Modality.VIDEO);
    var soundInput = musicInput.apply(weights, batch.features());
    var ofVideo = video(weights, videoInput, pass);
    var ofMusic = music(weights, soundInput, pass);
    var tracks = batch.tracks();
    return new LossParts()
        .add("video to music", settings.videoToMusic(), ranking.loss(ofVideo, ofMusic, tracks))
        .add("music to video", settings.musicToVideo(), ranking.loss(ofMusic, ofVideo, tracks))
        .add("structure of video", settings.structure(), structure.loss(videoInput, ofVideo))
        .add("structure of music", settings.structure(), structure.loss(soundInput, ofMusic))
        .losses(pass);
  }
}
