package org.yuyin.jobs;

import java.time.Duration;

/**
 * How workers treat jobs.
 *
 * @param lease a worker that is not heard of for so long counts as dead
 * @param heartbeat how often a worker reports; at most a third of the lease
 * @param poll how long a free worker waits to be woken before it looks for work by itself
 * @param retries of jobs whose type says nothing else; how often workers may die is the same for
 *     all
 */
public record JobSettings(Duration lease, Duration heartbeat, Duration poll, RetryPolicy retries) {
  /** A minute's lease, a heartbeat a second. */
  public static JobSettings standard() {
    return new JobSettings(
        Duration.ofMinutes(1),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        RetryPolicy.standard());
  }

  public JobSettings {
    if (heartbeat.multipliedBy(3).compareTo(lease) > 0) {
      throw new IllegalArgumentException(
          "a lease is at least three heartbeats long, got %s and %s".formatted(lease, heartbeat));
    }
  }
}
