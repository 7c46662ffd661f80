package org.yuyin.review;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is judged about an ad.
 *
 * @param candidates music to judge: one for a recommendation, two for a comparison
 * @param guesses answers that the model expects, the likeliest first
 */
public record Subject(List<Candidate> candidates, List<Guess> guesses) {
  public Subject {
    candidates = List.copyOf(candidates);
    guesses = List.copyOf(guesses);
  }

  /** Music to judge. */
  public static Subject of(Candidate... candidates) {
    return new Subject(List.of(candidates), List.of());
  }

  /** An answer to check. */
  public static Subject of(List<Guess> guesses) {
    return new Subject(List.of(), guesses);
  }

  /** How unsure the model is, 0 to 1: what the likeliest answer lacks to a share of 1. */
  public double uncertainty() {
    return guesses.isEmpty() ? 1 : 1 - guesses.getFirst().share();
  }

  JsonObject json() {
    return new JsonObject()
        .put("candidates", array(candidates.stream().map(Candidate::json)))
        .put("guesses", array(guesses.stream().map(Guess::json)));
  }

  static Subject of(JsonObject json) {
    return new Subject(
        list(json.getJsonArray("candidates"), Candidate::of),
        list(json.getJsonArray("guesses"), Guess::of));
  }

  private static JsonArray array(Stream<JsonObject> all) {
    return new JsonArray(all.toList());
  }

  private static <T> List<T> list(JsonArray all, Function<JsonObject, T> read) {
    return all.stream().map(it -> read.apply((JsonObject) it)).toList();
  }
}
