package org.yuyin.model;

import org.yuyin.model.settings.Setting;

/** Deep canonical correlation analysis: networks whose outputs correlate as much as they can. */
final class DccaMethod implements Method<DccaMethod.Settings> {
  record Settings(
      @Setting(help = "Width of each network's hidden layer.", min = 1, max = 16_384) int hidden,
      @Setting(
              help = "Width of the networks' outputs and of the common space; below the batch.",
              min = 1,
              max = 1_024)
          int width,
      @Setting(
              help = "Canonical correlations that count in the loss; 0 for all.",
              min = 0,
              max = 1_024)
          int most,
      @Setting(help = "Added to the variances of the outputs in the loss.", min = 0, max = 1e6)
          double ridge,
      @Setting(
              help =
                  "Added to the variances, brought to 1, in the linear analysis of the outputs that"
                      + " gives the points.",
              min = 0,
              max = 1e6)
          double finalRidge,
      @Setting(help = "Let every direction count as much as it correlates.") boolean scale,
      @Setting(help = "Use the emotion feature of the music beside its sound.")
          boolean useEmotion) {}

  private static final int BATCH = 1024;
  private static final int PATIENCE = 30;

  @Override
  public String name() {
    return "dcca";
  }

  @Override
  public String description() {
    return "Deep canonical correlation analysis.";
  }

  @Override
  public String source() {
    return "Andrew, Arora, Bilmes and Livescu (2013)";
  }

  @Override
  public Settings defaults() {
    return new Settings(1024, 128, 0, 1e-4, 0.1, true, true);
  }

  /** Correlations mean nothing in a batch that is hardly larger than the points are wide. */
  @Override
  public Schedule schedule() {
    var usual = Schedule.fitted();
    return new Schedule(usual.learningRate(), BATCH, usual.epochs(), PATIENCE);
  }

  @Override
  public Network network(Settings settings, DataShape shape) {
    return new DccaNetwork(settings, shape);
  }
}
