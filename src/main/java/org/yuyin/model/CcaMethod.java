package org.yuyin.model;

import org.yuyin.model.settings.Setting;

/** Linear canonical correlation analysis between pictures and music: what a straight line finds. */
final class CcaMethod implements Method<CcaMethod.Settings> {
  record Settings(
      @Setting(help = "Pairs of directions, at most.", min = 1, max = 4_096) int width,
      @Setting(
              help =
                  "Added to every column's variance, so that few pairs are not learned by heart.",
              min = 0,
              max = 1e12)
          double ridge,
      @Setting(help = "Bring columns to deviation 1 before the ridge is added.")
          boolean standardise,
      @Setting(help = "Let every direction count as much as it correlates.") boolean scale,
      @Setting(help = "Use the emotion feature of the music beside its sound.")
          boolean useEmotion) {}

  @Override
  public String name() {
    return "cca";
  }

  @Override
  public String description() {
    return "Linear canonical correlation analysis, solved at once.";
  }

  @Override
  public String source() {
    return "Hardoon, Szedmak and Shawe-Taylor (2004)";
  }

  @Override
  public Settings defaults() {
    return new Settings(256, 10, true, true, true);
  }

  @Override
  public Network network(Settings settings, DataShape shape) {
    return new CcaNetwork(settings, shape);
  }
}
