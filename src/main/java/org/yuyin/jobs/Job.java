package org.yuyin.jobs;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * A job as it is stored.
 *
 * @param type name of its {@link JobType}
 * @param settings what it was queued with
 * @param priority of those that wait the highest goes first
 * @param attempt how often a worker has taken it
 * @param progress the last that its worker reported
 * @param result what it gave when it finished
 * @param error why the last attempt failed
 */
public record Job(
    long id,
    String type,
    JsonObject settings,
    JobState state,
    int priority,
    int attempt,
    Optional<JobProgress> progress,
    Optional<JsonObject> result,
    Optional<String> error,
    Instant queuedAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt) {
  /** Whether it waits or works. */
  public boolean live() {
    return state == JobState.QUEUED || state == JobState.RUNNING || state == JobState.STOPPING;
  }
}
