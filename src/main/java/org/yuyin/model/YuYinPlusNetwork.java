package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuyin.feature.Modality;
import org.yuyin.model.block.Averaged;
import org.yuyin.model.block.Scaled;
import org.yuyin.model.block.StandardisedInput;
import org.yuyin.model.loss.Alike;
import org.yuyin.model.loss.GradedNce;
import org.yuyin.model.loss.IntraModalLoss;
import org.yuyin.model.loss.MultiPositiveNce;

/**
 * The network of {@link YuYinPlusMethod}: YuYin's towers under a loss that is told more about the
 * batch. A learned temperature is kept as its reciprocal's logarithm and bounded at 0.01, as in
 * CLIP (Radford 2021).
 */
final class YuYinPlusNetwork implements TrainableNetwork {
  private static final String SHARPNESS = "sharpness";
  private static final double SHARPEST = Math.log(100);

  private final YuYinPlusMethod.Settings settings;
  private final YuYinTowers towers;
  private final StandardisedInput videoInput = StandardisedInput.of(Modality.VIDEO);
  private final StandardisedInput musicInput;
  private final Averaged averaged;
  private final GradedNce graded;
  private final MultiPositiveNce nce = new MultiPositiveNce(1, true);
  private final @Nullable CcaNetwork straight;
  private final IntraModalLoss intra = new IntraModalLoss();

  YuYinPlusNetwork(YuYinPlusMethod.Settings settings, DataShape shape) {
    this.settings = settings;
    towers = new YuYinTowers(settings.towers(), shape);
    musicInput = StandardisedInput.ofMusic(settings.useEmotion());
    averaged = new Averaged(settings.averaging());
    graded = new GradedNce(settings.positives());
    straight = settings.linear() > 0 ? new CcaNetwork(settings.straight(), shape) : null;
  }

  @Override
  public Set<Modality> modalities() {
    return towers.modalities();
  }

  @Override
  public int width() {
    return settings.width() + (straight == null ? 0 : straight.width());
  }

  @Override
  public void initialise(InitialWeights into, PairRows pairs) {
    towers.initialise(into, pairs);
    if (settings.learnTemperature()) {
      into.constant(SHARPNESS, -Math.log(settings.temperature()), 1);
    }
    if (settings.intra() > 0) {
      videoInput.initialise(into, pairs);
    }
    averaged.initialise(into);
    if (straight != null) {
      straight.initialise(into, pairs);
    }
  }

  @Override
  public NDArray encodeVideo(Weights weights, Features features) {
    var learned = towers.video(averaged.of(weights), features);
    return straight == null ? learned : both(learned, straight.encodeVideo(weights, features));
  }

  @Override
  public NDArray encodeMusic(Weights weights, Features features) {
    var learned = towers.music(averaged.of(weights), features);
    return straight == null ? learned : both(learned, straight.encodeMusic(weights, features));
  }

  /** Points of length 1 whose products are the weighted mean of those of both spaces. */
  private NDArray both(NDArray learned, NDArray linear) {
    return NDArrays.concat(
        new NDList(
            Scaled.by(learned, Math.sqrt(1 - settings.linear())),
            Scaled.by(linear, Math.sqrt(settings.linear()))),
        1);
  }

  @Override
  public Losses losses(Weights weights, Batch batch, Step step) {
    var pass = Pass.of(step);
    averaged.follow(weights, pass);
    return losses(step.training() ? weights : averaged.of(weights), batch, pass);
  }

  private Losses losses(Weights weights, Batch batch, Pass pass) {
    var video = towers.video(weights, batch.features());
    var music = towers.music(weights, batch.features());
    var text = towers.text(weights, batch.features());
    var sharpVideo = sharpened(weights, video);
    var parts = new LossParts();
    parts.add("nce video-music", settings.beta(), contrast(weights, sharpVideo, music, batch));
    text.ifPresent(
        points -> {
          parts.add("nce video-text", 1, nce.positives(sharpVideo, points, batch.tags()));
          var sharpMusic = sharpened(weights, music);
          parts.add("nce music-text", 1, nce.positives(sharpMusic, points, batch.tags()));
        });
    towers.addPrediction(parts, "video", weights, video, batch);
    towers.addPrediction(parts, "music", weights, music, batch);
    text.ifPresent(points -> towers.addPrediction(parts, "text", weights, points, batch));
    if (settings.intra() > 0) {
      var seen = videoInput.apply(weights, batch.features());
      parts.add("change within video", settings.intra(), intra.loss(seen, video));
      var heard = musicInput.apply(weights, batch.features());
      parts.add("change within music", settings.intra(), intra.loss(heard, music));
    }
    return parts.losses(pass);
  }

  /** Points over the temperature. */
  private NDArray sharpened(Weights weights, NDArray points) {
    if (!settings.learnTemperature()) {
      return Scaled.by(points, 1 / settings.temperature());
    }
    // ln 100 − relu(ln 100 − s) is the smaller of both, with a gradient.
    var room = Activation.relu(weights.get(SHARPNESS).sub(SHARPEST).neg());
    return points.mul(room.sub(SHARPEST).neg().exp());
  }

  private NDArray contrast(Weights weights, NDArray sharpVideo, NDArray music, Batch batch) {
    var scores = sharpVideo.matMul(music.transpose());
    var type = scores.getDataType();
    var ignored = Alike.others(batch.tracks(), type);
    if (settings.similar() < 1) {
      ignored = ignored.maximum(similar(weights, batch));
    }
    var sameTag = Alike.others(batch.tags(), type).mul(ignored.sub(1).neg());
    return graded.loss(scores, sameTag, ignored);
  }

  /** 1 where two rows' music features are alike, 0 elsewhere and for a row with itself. */
  private NDArray similar(Weights weights, Batch batch) {
    var unit = musicInput.apply(weights, batch.features()).normalize();
    var cosines = unit.matMul(unit.transpose());
    var alike = cosines.gte(settings.similar()).toType(cosines.getDataType(), false);
    return alike.mul(Alike.own(batch.tracks(), cosines.getDataType()).sub(1).neg());
  }
}
