package org.yuyin.jobs;

import java.time.Duration;

/**
 * How workers treat jobs.
 *
 * @param lease a worker that is not heard of for so long counts as dead
 * @param heartbeat how often a worker reports; at most a third of the lease
 * @param poll how often a free worker looks for work
 * @param backoff before a failed job is tried again; twice as long after each failure
 * @param mostFailures failures and deaths of workers after which a job is given up
 */
public record JobSettings(
    Duration lease, Duration heartbeat, Duration poll, Duration backoff, int mostFailures) {
  /** A minute's lease, a heartbeat a second, three tries. */
  public static JobSettings standard() {
    return new JobSettings(
        Duration.ofMinutes(1),
        Duration.ofSeconds(1),
        Duration.ofMillis(500),
        Duration.ofSeconds(10),
        3);
  }

  public JobSettings {
    if (heartbeat.multipliedBy(3).compareTo(lease) > 0 || mostFailures < 1) {
      throw new IllegalArgumentException(
          "a lease is at least three heartbeats long and a job is tried at least once, got"
              + " %s, %s and %d".formatted(lease, heartbeat, mostFailures));
    }
  }
}
