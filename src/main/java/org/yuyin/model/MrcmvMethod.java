package org.yuyin.model;

import org.yuyin.model.settings.Setting;
import org.yuyin.storage.InputException;

/**
 * Recommendation by attention: within pictures, within music, and from the pictures to the text,
 * which stands for the voice-over of the game videos that the method was made for. Pictures and
 * music are described by one vector each, cut into tokens. Where the text is absent, as it is when
 * music is looked for, a learned vector takes its place.
 */
final class MrcmvMethod implements Method<MrcmvMethod.Settings> {
  record Settings(
      @Setting(help = "Width of a token, a multiple of the heads.", min = 1, max = 4_096) int token,
      @Setting(help = "Heads of each attention.", min = 1, max = 64) int heads,
      @Setting(help = "Width of the common space.", min = 1, max = 4_096) int width,
      @Setting(help = "Let pictures attend to the text of the category tag.") boolean useText,
      @Setting(
              help =
                  "Share of the steps that learn without text, which is absent when music is looked"
                      + " for.",
              min = 0,
              max = 1)
          double textDropout,
      @Setting(help = "Use the emotion feature of the music beside its sound.") boolean useEmotion,
      @Setting(help = "By how much a partner should be nearer.", min = 0, max = 2) double margin,
      @Setting(help = "Hard wrong partners that count for a row.", min = 1, max = 65_536)
          int hardest,
      @Setting(help = "Weight of category prediction in the loss.", min = 0, max = 1_000)
          double prediction) {

    Settings {
      if (heads > 0 && token % heads != 0) {
        throw new InputException(
            "setting token must be a multiple of heads, not %d with %d heads"
                .formatted(token, heads));
      }
    }
  }

  @Override
  public String name() {
    return "mrcmv";
  }

  @Override
  public String description() {
    return "Attention within pictures and music, and from pictures to text.";
  }

  @Override
  public String source() {
    return "Li and others (2021)";
  }

  @Override
  public Settings defaults() {
    return new Settings(256, 4, 256, true, 0.5, true, 0.2, 10, 0.1);
  }

  @Override
  public Network network(Settings settings, DataShape shape) {
    return new MrcmvNetwork(settings, shape);
  }
}
