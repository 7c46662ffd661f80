package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import java.util.Set;
import org.yuyin.feature.Modality;
import org.yuyin.model.block.StandardisedInput;
import org.yuyin.model.block.Tower;
import org.yuyin.model.loss.IntraModalLoss;
import org.yuyin.model.loss.MultiPositiveNce;

/**
 * The network of {@link IiClvmMethod}: {@code L = NCE(v,m) both ways + weight · (change within v +
 * change within m)}. The likenesses that are kept are those of the standardised features. The
 * authors encode sequences of clips; here each side is one vector, through an embedding layer and a
 * projection as wide as YuYin's.
 */
final class IiClvmNetwork implements TrainableNetwork {
  private final IiClvmMethod.Settings settings;
  private final StandardisedInput videoInput = StandardisedInput.of(Modality.VIDEO);
  private final StandardisedInput musicInput;
  private final Tower video;
  private final Tower music;
  private final MultiPositiveNce nce;
  private final IntraModalLoss intra = new IntraModalLoss();

  IiClvmNetwork(IiClvmMethod.Settings settings, DataShape shape) {
    this.settings = settings;
    musicInput = StandardisedInput.ofMusic(settings.useEmotion());
    video = tower("video", videoInput.width(shape));
    music = tower("music", musicInput.width(shape));
    nce = new MultiPositiveNce(settings.temperature(), true);
  }

  private Tower tower(String name, int inputs) {
    return Tower.of(name, inputs, settings.embedding(), settings.hidden(), settings.width());
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
    videoInput.initialise(into, pairs);
    musicInput.initialise(into, pairs);
    video.initialise(into);
    music.initialise(into);
  }

  @Override
  public NDArray encodeVideo(Weights weights, Features features) {
    return point(video, weights, videoInput.apply(weights, features));
  }

  @Override
  public NDArray encodeMusic(Weights weights, Features features) {
    return point(music, weights, musicInput.apply(weights, features));
  }

  private static NDArray point(Tower tower, Weights weights, NDArray input) {
    return tower.apply(weights, input, Pass.encoding()).normalize();
  }

  @Override
  public Losses losses(Weights weights, Batch batch, Step step) {
    var seen = videoInput.apply(weights, batch.features());
    var heard = musicInput.apply(weights, batch.features());
    var ofVideo = point(video, weights, seen);
    var ofMusic = point(music, weights, heard);
    return new LossParts()
        .add("nce video-music", 1, nce.ignoring(ofVideo, ofMusic, batch.tracks()))
        .add("change within video", settings.intra(), intra.loss(seen, ofVideo))
        .add("change within music", settings.intra(), intra.loss(heard, ofMusic))
        .losses(Pass.of(step));
  }
}
