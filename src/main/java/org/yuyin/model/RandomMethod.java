package org.yuyin.model;

import org.yuyin.model.settings.Setting;

/** A random ranking: what any other method has to beat. */
final class RandomMethod implements Method<RandomMethod.Settings> {
  record Settings(@Setting(help = "Width of the points.", min = 2, max = 4_096) int width) {}

  @Override
  public String name() {
    return "random";
  }

  @Override
  public String description() {
    return "A random ranking: Recall@K is K in the size of the pool.";
  }

  @Override
  public String source() {
    return "baseline";
  }

  @Override
  public Settings defaults() {
    return new Settings(64);
  }

  @Override
  public Network network(Settings settings, DataShape shape) {
    return new RandomNetwork(settings.width());
  }
}
