package org.yuyin.model;

import org.yuyin.model.settings.Setting;

/**
 * A cross-modal variational auto-encoder: pictures with their text, and music, are two views of one
 * latent space from which either side can be made again.
 */
final class CmvaeMethod implements Method<CmvaeMethod.Settings> {
  record Settings(
      @Setting(help = "Width of the hidden layers.", min = 1, max = 16_384) int hidden,
      @Setting(help = "Width of the latent space.", min = 1, max = 4_096) int width,
      @Setting(help = "Fuse the text of the category tag with the pictures.") boolean useText,
      @Setting(
              help =
                  "Share of the steps that learn without text, which is absent when music is looked"
                      + " for.",
              min = 0,
              max = 1)
          double textDropout,
      @Setting(help = "Use the emotion feature of the music beside its sound.") boolean useEmotion,
      @Setting(help = "Weight of making features again from their own side.", min = 0, max = 1e6)
          double reconstruction,
      @Setting(help = "Weight of making features from the other side.", min = 0, max = 1e6)
          double crossGeneration,
      @Setting(help = "Weight of the divergence from the prior, at its full.", min = 0, max = 1e6)
          double divergence,
      @Setting(
              help = "Share of the training over which the divergence is faded in.",
              min = 0,
              max = 1)
          double annealing,
      @Setting(help = "Weight of matching the two sides.", min = 0, max = 1e6) double matching,
      @Setting(help = "Temperature of the matching.", min = 1e-3, max = 100) double temperature) {}

  @Override
  public String name() {
    return "cmvae";
  }

  @Override
  public String description() {
    return "A cross-modal variational auto-encoder with a product of experts.";
  }

  @Override
  public String source() {
    return "Yi, Zhu, Xie and Chen (2023)";
  }

  @Override
  public Settings defaults() {
    return new Settings(512, 256, true, 0.5, true, 1, 1, 0.001, 0.3, 1, 0.07);
  }

  @Override
  public Network network(Settings settings, DataShape shape) {
    return new CmvaeNetwork(settings, shape);
  }
}
