package org.yuyin.model;

import org.yuyin.model.settings.Setting;

/** Contrastive learning that keeps the likenesses within each modality. */
final class IiClvmMethod implements Method<IiClvmMethod.Settings> {
  record Settings(
      @Setting(help = "Width of each side's embedding.", min = 1, max = 16_384) int embedding,
      @Setting(help = "Width of the projection's hidden layer.", min = 1, max = 16_384) int hidden,
      @Setting(help = "Width of the common space.", min = 1, max = 4_096) int width,
      @Setting(help = "Temperature of the contrast.", min = 1e-3, max = 100) double temperature,
      @Setting(help = "Weight of keeping each modality's likenesses.", min = 0, max = 1_000)
          double intra,
      @Setting(help = "Use the emotion feature of the music beside its sound.")
          boolean useEmotion) {}

  @Override
  public String name() {
    return "ii-clvm";
  }

  @Override
  public String description() {
    return "Contrast between the sides that keeps the likenesses within each.";
  }

  @Override
  public String source() {
    return "Chen and others (2024)";
  }

  @Override
  public Settings defaults() {
    return new Settings(1024, 512, 256, 0.07, 1, true);
  }

  @Override
  public Network network(Settings settings, DataShape shape) {
    return new IiClvmNetwork(settings, shape);
  }
}
