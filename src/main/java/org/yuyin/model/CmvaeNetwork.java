package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuyin.feature.Modality;
import org.yuyin.model.block.Gaussian;
import org.yuyin.model.block.GaussianEncoder;
import org.yuyin.model.block.StandardisedInput;
import org.yuyin.model.block.Tower;
import org.yuyin.model.loss.MultiPositiveNce;

/**
 * The network of {@link CmvaeMethod}. Pictures and, where there is one, text are experts whose
 * product with the prior is one posterior; that of the music is another's. Features of all
 * modalities, standardised, are made again from a draw of either posterior; both are drawn towards
 * the prior, and their means are matched by contrast. Errors of features are means over a vector's
 * values, so that a wide feature does not outweigh all else. A point is the posterior's mean.
 *
 * <p>Whether a step learns with text is drawn for the whole batch; a loss is measured without.
 */
final class CmvaeNetwork implements TrainableNetwork {
  private final CmvaeMethod.Settings settings;
  private final StandardisedInput videoInput = StandardisedInput.of(Modality.VIDEO);
  private final StandardisedInput textInput = StandardisedInput.of(Modality.TEXT);
  private final StandardisedInput musicInput;
  private final GaussianEncoder videoEncoder;
  private final @Nullable GaussianEncoder textEncoder;
  private final GaussianEncoder musicEncoder;
  private final Tower videoDecoder;
  private final @Nullable Tower textDecoder;
  private final Tower musicDecoder;
  private final MultiPositiveNce nce;

  CmvaeNetwork(CmvaeMethod.Settings settings, DataShape shape) {
    this.settings = settings;
    musicInput = StandardisedInput.ofMusic(settings.useEmotion());
    int ofVideo = videoInput.width(shape);
    int ofMusic = musicInput.width(shape);
    videoEncoder = encoder("video", ofVideo);
    musicEncoder = encoder("music", ofMusic);
    videoDecoder = decoder("video", ofVideo);
    musicDecoder = decoder("music", ofMusic);
    textEncoder = settings.useText() ? encoder("text", textInput.width(shape)) : null;
    textDecoder = settings.useText() ? decoder("text", textInput.width(shape)) : null;
    nce = new MultiPositiveNce(settings.temperature(), true);
  }

  private GaussianEncoder encoder(String name, int inputs) {
    return new GaussianEncoder(name + ".encoder", inputs, settings.hidden(), settings.width());
  }

  private Tower decoder(String name, int outputs) {
    return Tower.of(name + ".decoder", settings.width(), settings.hidden(), outputs);
  }

  @Override
  public Set<Modality> modalities() {
    return settings.useText()
        ? musicInput.modalitiesAnd(Modality.VIDEO, Modality.TEXT)
        : musicInput.modalitiesAnd(Modality.VIDEO);
  }

  @Override
  public int width() {
    return settings.width();
  }

  @Override
  public void initialise(InitialWeights into, PairRows pairs) {
    videoInput.initialise(into, pairs);
    musicInput.initialise(into, pairs);
    videoEncoder.initialise(into);
    musicEncoder.initialise(into);
    videoDecoder.initialise(into);
    musicDecoder.initialise(into);
    if (textEncoder != null && textDecoder != null) {
      textInput.initialise(into, pairs);
      textEncoder.initialise(into);
      textDecoder.initialise(into);
    }
  }

  @Override
  public NDArray encodeVideo(Weights weights, Features features) {
    return video(weights, videoInput.apply(weights, features), null).mean().normalize();
  }

  @Override
  public NDArray encodeMusic(Weights weights, Features features) {
    return music(weights, musicInput.apply(weights, features)).mean().normalize();
  }

  private Gaussian video(Weights weights, NDArray input, @Nullable NDArray text) {
    var experts = new ArrayList<>(List.of(videoEncoder.apply(weights, input)));
    if (text != null && textEncoder != null) {
      experts.add(textEncoder.apply(weights, text));
    }
    return Gaussian.product(experts);
  }

  private Gaussian music(Weights weights, NDArray input) {
    return Gaussian.product(List.of(musicEncoder.apply(weights, input)));
  }

  @Override
  public Losses losses(Weights weights, Batch batch, Step step) {
    var pass = Pass.of(step);
    var video = videoInput.apply(weights, batch.features());
    var music = musicInput.apply(weights, batch.features());
    var text = textEncoder == null ? null : textInput.apply(weights, batch.features());
    boolean withText = step.training() && pass.random().nextDouble() >= settings.textDropout();
    var ofVideo = video(weights, video, withText ? text : null);
    var ofMusic = music(weights, music);
    var parts = new LossParts();
    addErrors(parts, weights, ofVideo.sample(pass), ofMusic.sample(pass), video, music, text);
    var divergence = ofVideo.divergence().add(ofMusic.divergence());
    parts.add("divergence", settings.divergence() * faded(step), divergence);
    var match =
        nce.ignoring(ofVideo.mean().normalize(), ofMusic.mean().normalize(), batch.tracks());
    return parts.add("matching", settings.matching(), match).losses(pass);
  }

  private double faded(Step step) {
    return settings.annealing() == 0 ? 1 : Math.min(1, step.progress() / settings.annealing());
  }

  private void addErrors(
      LossParts parts,
      Weights weights,
      NDArray fromVideo,
      NDArray fromMusic,
      NDArray video,
      NDArray music,
      @Nullable NDArray text) {
    parts.add(
        "video again", settings.reconstruction(), error(videoDecoder, weights, fromVideo, video));
    parts.add(
        "music again", settings.reconstruction(), error(musicDecoder, weights, fromMusic, music));
    parts.add(
        "video from music",
        settings.crossGeneration(),
        error(videoDecoder, weights, fromMusic, video));
    parts.add(
        "music from video",
        settings.crossGeneration(),
        error(musicDecoder, weights, fromVideo, music));
    if (textDecoder != null && text != null) {
      parts.add(
          "text again", settings.reconstruction(), error(textDecoder, weights, fromVideo, text));
      parts.add(
          "text from music",
          settings.crossGeneration(),
          error(textDecoder, weights, fromMusic, text));
    }
  }

  private static NDArray error(Tower decoder, Weights weights, NDArray latent, NDArray wanted) {
    return decoder.apply(weights, latent, Pass.encoding()).sub(wanted).square().mean();
  }
}
