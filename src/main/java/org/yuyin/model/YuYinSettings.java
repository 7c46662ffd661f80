package org.yuyin.model;

import org.yuyin.model.settings.Setting;

/** The choices of {@link YuYinMethod}; the ablations of the paper are settings of it. */
public record YuYinSettings(
    @Setting(help = "Width of each modality's embedding.", min = 1, max = 16_384) int embedding,
    @Setting(help = "Width of the projection's hidden layer.", min = 1, max = 16_384) int hidden,
    @Setting(help = "Width of the common space.", min = 1, max = 4_096) int width,
    @Setting(help = "How sound and emotion are joined: weighted, concatenated or added.")
        Fusion fusion,
    @Setting(help = "Learn with the text of the category tag (false: w/o T).") boolean useText,
    @Setting(help = "Use the emotion feature of the music (false: w/o E).") boolean useEmotion,
    @Setting(
            help = "Weight of category prediction in the loss (0: without the task).",
            min = 0,
            max = 1_000)
        double alpha,
    @Setting(help = "Weight of video–music among the contrasts.", min = 0, max = 1_000) double beta,
    @Setting(help = "Temperature of the contrasts.", min = 1e-3, max = 100) double temperature,
    @Setting(help = "Contrast both directions (false: one way, as the paper prints it).")
        boolean symmetric,
    @Setting(help = "Rows of one track are no negatives of each other.") boolean maskSameTrack) {

  /**
   * The paper's values. It gives no temperature and one direction; 0.07 and both are our choice.
   */
  public static YuYinSettings paper() {
    return new YuYinSettings(1024, 512, 256, Fusion.WFM, true, true, 0.1, 3, 0.07, true, true);
  }
}
