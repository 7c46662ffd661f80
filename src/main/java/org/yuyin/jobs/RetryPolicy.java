package org.yuyin.jobs;

import java.time.Duration;

/**
 * How often a job is tried.
 *
 * @param mostFailures failures and deaths of workers after which a job is given up, at least 1
 * @param backoff before it is tried again; twice as long after each failure
 */
public record RetryPolicy(int mostFailures, Duration backoff) {
  public RetryPolicy {
    if (mostFailures < 1) {
      throw new IllegalArgumentException("a job is tried at least once, got " + mostFailures);
    }
  }

  /** Three tries, ten and twenty seconds apart. */
  public static RetryPolicy standard() {
    return new RetryPolicy(3, Duration.ofSeconds(10));
  }
}
