package org.yuyin.jobs;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * A kind of work that can be queued. Its job may be run again from the start after a failure or the
 * death of a worker, so work that was done already must be found done. Stateless, so one instance
 * serves every thread.
 */
public interface JobType {
  /** As stored with each job, such as {@code ingest}; never changed once it is in use. */
  String name();

  /**
   * Does the work, on a platform thread that may block. Looks at {@link JobContext#checkStop} every
   * few seconds at most.
   *
   * @return what is stored as the result
   * @throws org.yuyin.storage.InputException when the settings are wrong: trying again is no use
   * @throws Exception for any other failure, after which the job is tried again
   */
  JsonObject run(JobContext context) throws Exception;

  /** How often it is tried, where that is not what the worker does with all. */
  default Optional<RetryPolicy> retries() {
    return Optional.empty();
  }
}
