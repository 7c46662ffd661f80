package org.yuyin.jobs;

import io.vertx.core.json.JsonObject;

/**
 * How far a job is.
 *
 * @param done units of work that are done
 * @param total units of work there are; 0 when nobody knows
 * @param doing what goes on, in a few words for people
 */
public record JobProgress(long done, long total, String doing) {
  JsonObject toJson() {
    return JsonObject.of("done", done, "total", total, "doing", doing);
  }

  static JobProgress of(JsonObject json) {
    return new JobProgress(
        json.getLong("done", 0L), json.getLong("total", 0L), json.getString("doing", ""));
  }
}
