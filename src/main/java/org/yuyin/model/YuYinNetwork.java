package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuyin.feature.Modality;
import org.yuyin.model.block.LinearLayer;
import org.yuyin.model.block.ProjectionHead;
import org.yuyin.model.block.Scaled;
import org.yuyin.model.block.SharedClassifier;
import org.yuyin.model.loss.CrossEntropy;
import org.yuyin.model.loss.MultiPositiveNce;

/**
 * The network of {@link YuYinMethod}. Every modality is embedded (music by fusing sound and
 * emotion), projected into the common space, contrasted with the other two, and its category
 * predicted by one shared layer: {@code L = β·NCE(v,m) + NCE(v,t) + NCE(m,t) + α·ΣCE}.
 */
final class YuYinNetwork implements TrainableNetwork {
  private final YuYinSettings settings;
  private final LinearLayer videoEmbedding;
  private final ProjectionHead videoHead;
  private final MusicEmbedding musicEmbedding;
  private final ProjectionHead musicHead;
  private final @Nullable LinearLayer textEmbedding;
  private final ProjectionHead textHead;
  private final SharedClassifier classifier;
  private final MultiPositiveNce nce;
  private final CrossEntropy crossEntropy = new CrossEntropy();

  private YuYinNetwork(YuYinSettings settings, DataShape shape) {
    this.settings = settings;
    int embedding = settings.embedding();
    videoEmbedding = new LinearLayer("video.embedding", shape.width(Modality.VIDEO), embedding);
    videoHead = head("video");
    musicEmbedding = MusicEmbedding.of(settings, shape);
    musicHead = head("music");
    textEmbedding =
        settings.useText()
            ? new LinearLayer("text.embedding", shape.width(Modality.TEXT), embedding)
            : null;
    textHead = head("text");
    classifier = new SharedClassifier("classifier", settings.width(), shape.classes().size());
    nce = new MultiPositiveNce(settings.temperature(), settings.symmetric());
  }

  static YuYinNetwork of(YuYinSettings settings, DataShape shape) {
    return new YuYinNetwork(settings, shape);
  }

  private ProjectionHead head(String modality) {
    return new ProjectionHead(
        modality + ".projection", settings.embedding(), settings.hidden(), settings.width());
  }

  @Override
  public Set<Modality> modalities() {
    var used = EnumSet.of(Modality.VIDEO, Modality.AUDIO);
    if (settings.useEmotion()) {
      used.add(Modality.EMOTION);
    }
    if (settings.useText()) {
      used.add(Modality.TEXT);
    }
    return used;
  }

  @Override
  public int width() {
    return settings.width();
  }

  @Override
  public void initialise(InitialWeights into, PairRows pairs) {
    videoEmbedding.initialise(into);
    videoHead.initialise(into);
    musicEmbedding.initialise(into, pairs);
    musicHead.initialise(into);
    if (textEmbedding != null) {
      textEmbedding.initialise(into);
      textHead.initialise(into);
    }
    if (settings.alpha() > 0) {
      classifier.initialise(into);
    }
  }

  @Override
  public NDArray encodeVideo(Weights weights, Features features) {
    return videoHead.apply(weights, videoEmbedding.apply(weights, features.get(Modality.VIDEO)));
  }

  @Override
  public NDArray encodeMusic(Weights weights, Features features) {
    return musicHead.apply(weights, musicEmbedding.apply(weights, features));
  }

  @Override
  public Losses losses(Weights weights, Batch batch, Step step) {
    var video = encodeVideo(weights, batch.features());
    var music = encodeMusic(weights, batch.features());
    var points = new ArrayList<>(List.of(video, music));
    var parts = new LinkedHashMap<String, NDArray>();
    var videoMusic =
        settings.maskSameTrack()
            ? nce.ignoring(video, music, batch.tracks())
            : nce.loss(video, music);
    parts.put("nce video-music", videoMusic);
    var total = Scaled.by(videoMusic, settings.beta());
    if (textEmbedding != null) {
      var text =
          textHead.apply(
              weights, textEmbedding.apply(weights, batch.features().get(Modality.TEXT)));
      points.add(text);
      var videoText = nce.positives(video, text, batch.tags());
      var musicText = nce.positives(music, text, batch.tags());
      parts.put("nce video-text", videoText);
      parts.put("nce music-text", musicText);
      total = total.add(videoText).add(musicText);
    }
    if (settings.alpha() > 0) {
      total = total.add(Scaled.by(prediction(weights, points, batch, parts), settings.alpha()));
    }
    return new Losses(total, parts);
  }

  /** The sum of the modalities' cross-entropies. */
  private NDArray prediction(
      Weights weights, List<NDArray> points, Batch batch, Map<String, NDArray> parts) {
    var names = List.of("category from video", "category from music", "category from text");
    var sum = batch.features().get(Modality.VIDEO).getManager().create(0f);
    for (int i = 0; i < points.size(); i++) {
      var loss = crossEntropy.loss(classifier.apply(weights, points.get(i)), batch.classes());
      parts.put(names.get(i), loss);
      sum = sum.add(loss);
    }
    return sum;
  }
}
