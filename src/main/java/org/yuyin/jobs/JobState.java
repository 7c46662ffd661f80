package org.yuyin.jobs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a job stands. */
public enum JobState {
  /** Waits for a worker. */
  QUEUED,
  /** A worker has it. */
  RUNNING,
  /** A worker has it and has been asked to stop. */
  STOPPING,
  /** Stopped because somebody asked for it. */
  CANCELLED,
  /** Tried as often as allowed, or refused at once because its input is wrong. */
  FAILED,
  /** Its workers died as often as allowed. */
  LOST,
  /** Done; the result is stored. */
  FINISHED;

  /** As stored. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it will not change any more. */
  public boolean ended() {
    return switch (this) {
      case QUEUED, RUNNING, STOPPING -> false;
      case CANCELLED, FAILED, LOST, FINISHED -> true;
    };
  }

  /** Reads what {@link #key} gave; empty for another word. */
  public static Optional<JobState> parse(String word) {
    return Arrays.stream(values()).filter(state -> state.key().equals(word)).findFirst();
  }

  static JobState of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
