package org.yuyin.media;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * Two logistic regressions over the {@link MusicCues} of a step: is music heard, and if not, is it
 * speech. The constants lie in {@code music-model.json}; the test-scope program {@code
 * MusicModelFit} makes that file.
 *
 * @param origin what the constants were fitted on
 * @param cues one for each of {@link MusicCues#NAMES}, in that order
 * @param musicBias log-odds of music at the mean of all cues
 * @param speechBias log-odds of speech at the mean of all cues
 */
record MusicModel(String origin, List<Cue> cues, double musicBias, double speechBias) {
  private static final double OTHER_PRIOR = 0.15;

  /**
   * How one cue counts.
   *
   * @param mean over the steps it was fitted on
   * @param deviation likewise
   * @param music log-odds of music for each deviation above the mean
   * @param speech log-odds of speech for each deviation above the mean
   */
  record Cue(String name, double mean, double deviation, double music, double speech) {}

  MusicModel {
    if (cues.size() != MusicCues.COUNT) {
      throw new IllegalArgumentException(
          "the music model needs %d cues, got %d".formatted(MusicCues.COUNT, cues.size()));
    }
    cues = List.copyOf(cues);
  }

  /** The model that ships with the program. */
  static MusicModel standard() {
    try (var json = MusicModel.class.getResourceAsStream("music-model.json")) {
      return new ObjectMapper().readValue(Objects.requireNonNull(json), MusicModel.class);
    } catch (IOException e) {
      throw new IllegalStateException("the music model cannot be read", e);
    }
  }

  /**
   * Log-odds that music is heard: positive means more likely than not. Noise and effects without
   * any music or speech are rarer as the sound of an ad than in the fit; their part of the
   * alternative counts accordingly less.
   */
  double musicLogOdds(double[] values) {
    double odds = musicBias;
    for (int i = 0; i < values.length; i++) {
      odds += cues.get(i).music() * (values[i] - cues.get(i).mean()) / cues.get(i).deviation();
    }
    double speech = 1 / (1 + Math.exp(-speechLogOdds(values)));
    return odds - Math.log(speech + OTHER_PRIOR * (1 - speech));
  }

  /** Log-odds that what is heard is speech, given that it is not music. */
  double speechLogOdds(double[] values) {
    double odds = speechBias;
    for (int i = 0; i < values.length; i++) {
      odds += cues.get(i).speech() * (values[i] - cues.get(i).mean()) / cues.get(i).deviation();
    }
    return odds;
  }
}
