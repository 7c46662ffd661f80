package org.yuyin.jobs;

/** Ends the work of a job that was asked to stop; thrown by {@link JobContext#checkStop}. */
public final class JobStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JobStoppedException(long id) {
    super("job %d was asked to stop".formatted(id));
  }
}
