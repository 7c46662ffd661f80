package org.yuyin.model;

import org.yuyin.model.settings.Setting;

/** Cross-modal embeddings for video and audio retrieval: a cosine loss and a shared classifier. */
final class CevarMethod implements Method<CevarMethod.Settings> {
  record Settings(
      @Setting(help = "Width of the first two layers for pictures.", min = 1, max = 16_384)
          int videoOuter,
      @Setting(help = "Width of the third and fourth layer for pictures.", min = 1, max = 16_384)
          int videoInner,
      @Setting(help = "Width of the first two layers for music.", min = 1, max = 16_384)
          int musicOuter,
      @Setting(help = "Width of the third and fourth layer for music.", min = 1, max = 16_384)
          int musicInner,
      @Setting(help = "Width of the common space.", min = 1, max = 4_096) int width,
      @Setting(help = "Cosine below which another's partner is far enough.", min = -1, max = 1)
          double margin,
      @Setting(help = "Weight of category prediction in the loss.", min = 0, max = 1_000)
          double prediction,
      @Setting(help = "Normalise batches between layers.") boolean batchNorm,
      @Setting(help = "Use the emotion feature of the music beside its sound.")
          boolean useEmotion) {}

  @Override
  public String name() {
    return "cevar";
  }

  @Override
  public String description() {
    return "Two stacks of layers, a cosine loss, and the category predicted from both.";
  }

  @Override
  public String source() {
    return "Surís, Duarte, Salvador, Torres and Giró-i-Nieto (2018)";
  }

  @Override
  public Settings defaults() {
    return new Settings(2000, 700, 450, 200, 250, 0.2, 0.02, true, true);
  }

  @Override
  public Network network(Settings settings, DataShape shape) {
    return new CevarNetwork(settings, shape);
  }
}
