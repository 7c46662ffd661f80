package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuyin.feature.Modality;
import org.yuyin.model.block.Attention;
import org.yuyin.model.block.LinearLayer;
import org.yuyin.model.block.SharedClassifier;
import org.yuyin.model.block.StandardisedInput;
import org.yuyin.model.block.Tokens;
import org.yuyin.model.loss.RankingLoss;

/**
 * The network of {@link MrcmvMethod}. Tokens of the pictures attend to one another; what they then
 * take from the text is mixed in by a gate, {@code g ⊙ v + (1 − g) ⊙ attended}, {@code g =
 * sigmoid(W[v; attended] + b)}. All tokens of a side are projected into the common space by one
 * layer. The loss ranks both ways over the hardest wrong partners and predicts the category from
 * both sides. Whether a step learns with text is drawn for the whole batch; a loss is measured
 * without.
 */
final class MrcmvNetwork implements TrainableNetwork {
  private static final String ABSENT = "text.absent";

  private final MrcmvMethod.Settings settings;
  private final StandardisedInput videoInput = StandardisedInput.of(Modality.VIDEO);
  private final StandardisedInput musicInput;
  private final Tokens videoTokens;
  private final Tokens musicTokens;
  private final @Nullable Tokens textTokens;
  private final Attention withinVideo;
  private final Attention withinMusic;
  private final Attention toText;
  private final LinearLayer gate;
  private final LinearLayer videoOutput;
  private final LinearLayer musicOutput;
  private final SharedClassifier classifier;
  private final RankingLoss ranking;

  MrcmvNetwork(MrcmvMethod.Settings settings, DataShape shape) {
    this.settings = settings;
    int token = settings.token();
    musicInput = StandardisedInput.ofMusic(settings.useEmotion());
    videoTokens = new Tokens("video.tokens", videoInput.width(shape), token);
    musicTokens = new Tokens("music.tokens", musicInput.width(shape), token);
    textTokens =
        settings.useText() ? new Tokens("text.tokens", shape.width(Modality.TEXT), token) : null;
    withinVideo = new Attention("video.attention", token, settings.heads());
    withinMusic = new Attention("music.attention", token, settings.heads());
    toText = new Attention("text.attention", token, settings.heads());
    gate = new LinearLayer("gate", 2 * token, token);
    videoOutput = new LinearLayer("video.output", Tokens.COUNT * token, settings.width());
    musicOutput = new LinearLayer("music.output", Tokens.COUNT * token, settings.width());
    classifier = new SharedClassifier("classifier", settings.width(), shape.classes().size());
    ranking = new RankingLoss(settings.margin(), settings.hardest());
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
    videoTokens.initialise(into);
    musicTokens.initialise(into);
    withinVideo.initialise(into);
    withinMusic.initialise(into);
    if (textTokens != null) {
      textTokens.initialise(into);
      toText.initialise(into);
      gate.initialise(into);
      double bound = 1 / Math.sqrt(settings.token());
      into.uniform(ABSENT, bound, Tokens.COUNT, settings.token());
    }
    videoOutput.initialise(into);
    musicOutput.initialise(into);
    if (settings.prediction() > 0) {
      classifier.initialise(into);
    }
  }

  @Override
  public NDArray encodeVideo(Weights weights, Features features) {
    return video(weights, features, false);
  }

  @Override
  public NDArray encodeMusic(Weights weights, Features features) {
    var tokens = musicTokens.apply(weights, musicInput.apply(weights, features));
    return output(musicOutput, weights, withinMusic.apply(weights, tokens, tokens));
  }

  private NDArray video(Weights weights, Features features, boolean withText) {
    var tokens = videoTokens.apply(weights, videoInput.apply(weights, features));
    var refined = withinVideo.apply(weights, tokens, tokens);
    if (textTokens == null) {
      return output(videoOutput, weights, refined);
    }
    var text =
        withText
            ? textTokens.apply(weights, features.get(Modality.TEXT))
            : weights.get(ABSENT).broadcast(tokens.getShape());
    var attended = toText.apply(weights, refined, text);
    var both = NDArrays.concat(new NDList(refined, attended), 2);
    var share = Activation.sigmoid(gate.apply(weights, both));
    var fused = attended.add(share.mul(refined.sub(attended)));
    return output(videoOutput, weights, fused);
  }

  private NDArray output(LinearLayer layer, Weights weights, NDArray tokens) {
    var flat = tokens.reshape(new Shape(tokens.getShape().get(0), layer.inputs()));
    return layer.apply(weights, flat).normalize();
  }

  @Override
  public Losses losses(Weights weights, Batch batch, Step step) {
    var pass = Pass.of(step);
    boolean withText = step.training() && pass.random().nextDouble() >= settings.textDropout();
    var video = video(weights, batch.features(), withText);
    var music = encodeMusic(weights, batch.features());
    var parts =
        new LossParts()
            .add("video to music", 1, ranking.loss(video, music, batch.tracks()))
            .add("music to video", 1, ranking.loss(music, video, batch.tracks()));
    if (settings.prediction() > 0) {
      parts.add(
          "category from video",
          settings.prediction(),
          classifier.loss(weights, video, batch.classes()));
      parts.add(
          "category from music",
          settings.prediction(),
          classifier.loss(weights, music, batch.classes()));
    }
    return parts.losses(pass);
  }
}
