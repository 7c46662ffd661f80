package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuyin.feature.Modality;
import org.yuyin.model.block.LinearLayer;
import org.yuyin.model.block.ProjectionHead;
import org.yuyin.model.block.SharedClassifier;

/**
 * What YuYin computes of each modality: it is embedded (music by fusing sound and emotion),
 * projected into the common space, and from there its category is predicted by one shared layer.
 */
final class YuYinTowers {
  private final YuYinSettings settings;
  private final LinearLayer videoEmbedding;
  private final ProjectionHead videoHead;
  private final MusicEmbedding musicEmbedding;
  private final ProjectionHead musicHead;
  private final @Nullable LinearLayer textEmbedding;
  private final ProjectionHead textHead;
  private final SharedClassifier classifier;

  YuYinTowers(YuYinSettings settings, DataShape shape) {
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
  }

  private ProjectionHead head(String modality) {
    return new ProjectionHead(
        modality + ".projection", settings.embedding(), settings.hidden(), settings.width());
  }

  Set<Modality> modalities() {
    var used = EnumSet.of(Modality.VIDEO, Modality.AUDIO);
    if (settings.useEmotion()) {
      used.add(Modality.EMOTION);
    }
    if (settings.useText()) {
      used.add(Modality.TEXT);
    }
    return used;
  }

  /** Adds all weights; those of the classifier only where it counts. */
  void initialise(InitialWeights into, PairRows pairs) {
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

  NDArray video(Weights weights, Features features) {
    return videoHead.apply(weights, videoEmbedding.apply(weights, features.get(Modality.VIDEO)));
  }

  NDArray music(Weights weights, Features features) {
    return musicHead.apply(weights, musicEmbedding.apply(weights, features));
  }

  /** None without text. */
  Optional<NDArray> text(Weights weights, Features features) {
    return Optional.ofNullable(textEmbedding)
        .map(embedding -> embedding.apply(weights, features.get(Modality.TEXT)))
        .map(embedded -> textHead.apply(weights, embedded));
  }

  /** Adds the prediction of the category from some points, where the settings want it. */
  void addPrediction(LossParts parts, String of, Weights weights, NDArray points, Batch batch) {
    if (settings.alpha() > 0) {
      var loss = classifier.loss(weights, points, batch.classes());
      parts.add("category from " + of, settings.alpha(), loss);
    }
  }
}
