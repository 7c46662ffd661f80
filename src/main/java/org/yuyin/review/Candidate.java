package org.yuyin.review;

import io.vertx.core.json.JsonObject;

/**
 * A piece of music that is proposed for an ad.
 *
 * @param option who proposed it: a run ("run:12") or a place in its ranking ("place:3")
 * @param trackId of the piece
 * @param title how it is called
 * @param sourceTag first digits of the content hash of the ad that it comes from; part of the
 *     address of its sound
 * @param score similarity in the model's space, -1 to 1
 */
public record Candidate(String option, long trackId, String title, String sourceTag, double score) {
  /** Address of its sound. */
  public String audio() {
    return "/media/tracks/%d/audio?v=%s".formatted(trackId, sourceTag);
  }

  /** Address of its outline. */
  public String peaks() {
    return "/media/tracks/%d/peaks?v=%s".formatted(trackId, sourceTag);
  }

  JsonObject json() {
    return new JsonObject()
        .put("option", option)
        .put("track", trackId)
        .put("title", title)
        .put("tag", sourceTag)
        .put("score", score);
  }

  static Candidate of(JsonObject json) {
    return new Candidate(
        json.getString("option"),
        json.getLong("track"),
        json.getString("title"),
        json.getString("tag"),
        json.getDouble("score"));
  }
}
