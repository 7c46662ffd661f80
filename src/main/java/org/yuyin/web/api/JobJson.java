package org.yuyin.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.yuyin.jobs.Job;
import org.yuyin.jobs.JobProgress;

/** Jobs as the interface tells them. */
final class JobJson {
  private JobJson() {}

  static JsonObject of(Job job) {
    return new JsonObject()
        .put("id", job.id())
        .put("type", job.type())
        .put("settings", job.settings())
        .put("state", job.state().key())
        .put("priority", job.priority())
        .put("attempt", job.attempt())
        .put("progress", job.progress().map(JobJson::of).orElse(null))
        .put("result", job.result().orElse(null))
        .put("error", job.error().orElse(null))
        .put("queuedAt", job.queuedAt().toString())
        .put("startedAt", job.startedAt().map(Instant::toString).orElse(null))
        .put("finishedAt", job.finishedAt().map(Instant::toString).orElse(null))
        .put("self", "/api/v1/jobs/" + job.id());
  }

  private static JsonObject of(JobProgress progress) {
    return JsonObject.of(
        "done", progress.done(), "total", progress.total(), "doing", progress.doing());
  }
}
