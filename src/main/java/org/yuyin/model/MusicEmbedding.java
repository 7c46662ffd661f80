package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import org.yuyin.feature.Modality;
import org.yuyin.model.block.AddFusion;
import org.yuyin.model.block.ConcatFusion;
import org.yuyin.model.block.LinearLayer;
import org.yuyin.model.block.MusicFusion;
import org.yuyin.model.block.Standardiser;
import org.yuyin.model.block.WeightedFusion;

/**
 * The music side of {@link YuYinNetwork} up to its embedding: from sound alone, or with emotion.
 */
sealed interface MusicEmbedding {
  /** The embedding that the settings ask for. */
  static MusicEmbedding of(YuYinSettings settings, DataShape shape) {
    int audio = shape.width(Modality.AUDIO);
    int outputs = settings.embedding();
    if (!settings.useEmotion()) {
      return new OfSound(
          new Standardiser(Modality.AUDIO), new LinearLayer("music.embedding", audio, outputs));
    }
    int emotion = shape.width(Modality.EMOTION);
    var fusion =
        switch (settings.fusion()) {
          case WFM -> new WeightedFusion("music.fusion", audio, emotion, outputs);
          case CONCAT -> new ConcatFusion("music.fusion", audio, emotion, outputs);
          case ADD -> new AddFusion("music.fusion", audio, emotion, outputs);
        };
    return new OfSoundAndEmotion(
        new Standardiser(Modality.AUDIO), new Standardiser(Modality.EMOTION), fusion);
  }

  /** Adds its weights. */
  void initialise(InitialWeights into, PairRows pairs);

  /** (batch, embedding). */
  NDArray apply(Weights weights, Features features);

  /** Without emotion: the paper's w/o E. */
  record OfSound(Standardiser standardiser, LinearLayer layer) implements MusicEmbedding {
    @Override
    public void initialise(InitialWeights into, PairRows pairs) {
      standardiser.initialise(into, pairs);
      layer.initialise(into);
    }

    @Override
    public NDArray apply(Weights weights, Features features) {
      return layer.apply(weights, standardiser.apply(weights, features));
    }
  }

  /** Both features, fused. */
  record OfSoundAndEmotion(Standardiser audio, Standardiser emotion, MusicFusion fusion)
      implements MusicEmbedding {
    @Override
    public void initialise(InitialWeights into, PairRows pairs) {
      audio.initialise(into, pairs);
      emotion.initialise(into, pairs);
      fusion.initialise(into);
    }

    @Override
    public NDArray apply(Weights weights, Features features) {
      return fusion.apply(
          weights, audio.apply(weights, features), emotion.apply(weights, features));
    }
  }
}
