package org.yuyin.model;

/** The product's own method. */
final class YuYinMethod implements Method<YuYinSettings> {
  @Override
  public String name() {
    return "yuyin";
  }

  @Override
  public String description() {
    return "Weighted fusion of sound and emotion, contrasts between video, music and text,"
        + " and a shared category predictor.";
  }

  @Override
  public String source() {
    return "YuYin (2023)";
  }

  @Override
  public YuYinSettings defaults() {
    return YuYinSettings.paper();
  }

  @Override
  public Network network(YuYinSettings settings, DataShape shape) {
    return YuYinNetwork.of(settings, shape);
  }
}
