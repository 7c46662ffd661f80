package org.yuyin.media;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * A small network over the {@link MusicCues} of a step with two answers: is music heard, and is a
 * voice heard. The constants lie in {@code music-model.json}; the test-scope program {@code
 * MusicModelFit} makes that file.
 *
 * @param origin what the constants were fitted on
 * @param cues one for each of {@link MusicCues#NAMES}, in that order
 * @param hidden the units of the one hidden layer
 * @param musicBias log-odds of music where every unit is 0
 * @param voiceBias log-odds of a voice where every unit is 0
 */
record MusicModel(
    String origin, List<Cue> cues, List<Unit> hidden, double musicBias, double voiceBias) {
  /**
   * How one cue is scaled.
   *
   * @param mean over the steps it was fitted on
   * @param deviation likewise
   */
  record Cue(String name, double mean, double deviation) {}

  /**
   * A hidden unit: the hyperbolic tangent of a weighted sum.
   *
   * @param weights one for each cue, for deviations above its mean
   * @param bias added to the sum
   * @param music log-odds of music that it adds at most
   * @param voice log-odds of a voice that it adds at most
   */
  record Unit(List<Double> weights, double bias, double music, double voice) {
    Unit {
      weights = List.copyOf(weights);
    }

    double value(double[] scaled) {
      double sum = bias;
      for (int i = 0; i < scaled.length; i++) {
        sum += weights.get(i) * scaled[i];
      }
      return Math.tanh(sum);
    }
  }

  MusicModel {
    cues = List.copyOf(cues);
    hidden = List.copyOf(hidden);
    if (cues.size() != MusicCues.COUNT
        || hidden.stream().anyMatch(unit -> unit.weights().size() != MusicCues.COUNT)) {
      throw new IllegalArgumentException(
          "the music model needs %d cues, got %d".formatted(MusicCues.COUNT, cues.size()));
    }
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
   * What one step sounds like.
   *
   * @param music log-odds that music is heard: positive means more likely than not
   * @param voice log-odds that somebody speaks or sings
   */
  record Odds(double music, double voice) {}

  /** Judges the cues of one step. */
  Odds odds(double[] values) {
    var scaled = new double[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (values[i] - cues.get(i).mean()) / cues.get(i).deviation();
    }
    double music = musicBias;
    double voice = voiceBias;
    for (var unit : hidden) {
      double value = unit.value(scaled);
      music += unit.music() * value;
      voice += unit.voice() * value;
    }
    return new Odds(music, voice);
  }
}
