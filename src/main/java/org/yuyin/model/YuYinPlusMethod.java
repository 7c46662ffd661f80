package org.yuyin.model;

import org.yuyin.model.settings.Setting;

/**
 * YuYin with what is known to help where a pair is only one of many that would fit: a learned
 * temperature, likely wrong negatives left out, rows of the same category as graded positives,
 * likenesses within a modality kept, weights averaged over steps, and an ensemble with the straight
 * line. Each is a setting of its own.
 */
final class YuYinPlusMethod implements Method<YuYinPlusMethod.Settings> {
  record Settings(
      @Setting(help = "Width of each modality's embedding.", min = 1, max = 16_384) int embedding,
      @Setting(help = "Width of the projection's hidden layer.", min = 1, max = 16_384) int hidden,
      @Setting(help = "Width of the common space.", min = 1, max = 4_096) int width,
      @Setting(help = "How sound and emotion are joined: weighted, concatenated or added.")
          Fusion fusion,
      @Setting(help = "Learn with the text of the category tag.") boolean useText,
      @Setting(help = "Use the emotion feature of the music.") boolean useEmotion,
      @Setting(help = "Weight of category prediction in the loss.", min = 0, max = 1_000)
          double alpha,
      @Setting(help = "Weight of video–music among the contrasts.", min = 0, max = 1_000)
          double beta,
      @Setting(
              help = "Temperature of the contrasts, or what it starts from.",
              min = 1e-2,
              max = 100)
          double temperature,
      @Setting(help = "Learn the temperature with the weights.") boolean learnTemperature,
      @Setting(
              help =
                  "Cosine of two rows' music features from which they are no negatives of each"
                      + " other; 1 for never. Rows of one track never are.",
              min = -1,
              max = 1)
          double similar,
      @Setting(
              help =
                  "Weight of the other rows of the same tag together as right answers, beside 1 for"
                      + " the row's own partner.",
              min = 0,
              max = 1)
          double positives,
      @Setting(help = "Weight of keeping each modality's likenesses.", min = 0, max = 1_000)
          double intra,
      @Setting(
              help = "Share that the average of the weights keeps at each step; 0 for no average.",
              min = 0,
              max = 0.99999)
          double averaging,
      @Setting(
              help =
                  "Share of the likeness that linear canonical correlation has, beside the learned"
                      + " one; 0 for none.",
              min = 0,
              max = 1,
              before = "0")
          double linear) {

    /** What it has in common with YuYin. */
    YuYinSettings towers() {
      return new YuYinSettings(
          embedding,
          hidden,
          width,
          fusion,
          useText,
          useEmotion,
          alpha,
          beta,
          temperature,
          true,
          true);
    }

    /** The straight line beside them, as it is usual for it. */
    CcaMethod.Settings straight() {
      var usual = new CcaMethod().defaults();
      return new CcaMethod.Settings(
          usual.width(), usual.ridge(), usual.standardise(), usual.scale(), useEmotion);
    }
  }

  @Override
  public String name() {
    return "yuyin-plus";
  }

  @Override
  public String description() {
    return "YuYin beside linear correlation, with graded positives and a learned temperature.";
  }

  @Override
  public String source() {
    return "YuYin (2023), extended";
  }

  @Override
  public Settings defaults() {
    return new Settings(
        1024, 512, 256, Fusion.CONCAT, true, true, 0.1, 3, 0.07, true, 1, 0.5, 0, 0, 0.5);
  }

  @Override
  public Network network(Settings settings, DataShape shape) {
    return new YuYinPlusNetwork(settings, shape);
  }
}
