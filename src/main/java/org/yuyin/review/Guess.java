package org.yuyin.review;

import io.vertx.core.json.JsonObject;

/**
 * An answer that the model expects.
 *
 * @param answer the answer
 * @param share how much speaks for it, 0 to 1
 */
public record Guess(String answer, double share) {
  JsonObject json() {
    return JsonObject.of("answer", answer, "share", share);
  }

  static Guess of(JsonObject json) {
    return new Guess(json.getString("answer"), json.getDouble("share"));
  }
}
