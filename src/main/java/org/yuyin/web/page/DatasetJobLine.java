package org.yuyin.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yuyin.dataset.DatasetRequest;
import org.yuyin.jobs.Job;

/**
 * A dataset that is being made, or that was made or given up lately.
 *
 * @param job that makes it
 * @param request what was wanted
 */
public record DatasetJobLine(Job job, DatasetRequest request) {
  private static final Duration LATELY = Duration.ofDays(1);

  /** Those of the jobs that are worth telling. */
  static List<DatasetJobLine> of(List<Job> jobs) {
    return jobs.stream()
        .filter(job -> job.live() || lately(job))
        .map(job -> new DatasetJobLine(job, DatasetRequest.of(job.settings())))
        .toList();
  }

  private static boolean lately(Job job) {
    return job.finishedAt().filter(Instant.now().minus(LATELY)::isBefore).isPresent();
  }

  /** Style class of its state. */
  public String style() {
    return switch (job.state()) {
      case FINISHED -> "good";
      case FAILED, LOST -> "bad";
      case RUNNING -> "live";
      default -> "";
    };
  }

  /** Items that are described. */
  public long done() {
    return job.progress().map(it -> it.done()).orElse(0L);
  }

  /** Items altogether; 0 while nobody knows. */
  public long total() {
    return job.progress().map(it -> it.total()).orElse(0L);
  }

  /** The dataset, name and version, once it is made. */
  public Optional<String> dataset() {
    return job.result().map(result -> result.getString("dataset"));
  }

  /** How many ads could not be described. */
  public long leftOut() {
    return job.result().map(result -> result.getLong("leftOut", 0L)).orElse(0L);
  }

  /** Why, for the first of them. */
  public List<String> failures() {
    return job.result().stream()
        .flatMap(result -> result.getJsonArray("failures").stream())
        .map(String::valueOf)
        .toList();
  }
}
