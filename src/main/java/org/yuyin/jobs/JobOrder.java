package org.yuyin.jobs;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.TreeMap;
import org.yuyin.storage.Sha256;

/**
 * A job that is wanted.
 *
 * @param type name of its {@link JobType}
 * @param settings what it works on
 * @param priority of those that wait the highest goes first; 0 is usual
 * @param key while a job of this key is under way, no other is queued
 */
public record JobOrder(String type, JsonObject settings, int priority, Optional<String> key) {
  /** The least urgent. */
  public static final int LEAST = -100;

  /** The most urgent. */
  public static final int MOST = 100;

  /** Somebody looks at an empty page until it is done. */
  public static final int AWAITED = 10;

  public JobOrder {
    if (priority < LEAST || priority > MOST) {
      throw new IllegalArgumentException(
          "a priority lies between %d and %d, not at %d".formatted(LEAST, MOST, priority));
    }
  }

  /** A job of usual priority, beside others that may do the same. */
  public static JobOrder of(String type, JsonObject settings) {
    return new JobOrder(type, settings, 0, Optional.empty());
  }

  /** The same, sooner or later than others. */
  public JobOrder withPriority(int other) {
    return new JobOrder(type, settings, other, key);
  }

  /** The same, unless a job of this type with these settings is under way. */
  public JobOrder once() {
    var sorted = new JsonObject(new TreeMap<>(settings.getMap()));
    return new JobOrder(
        type, settings, priority, Optional.of(type + " " + Sha256.of(sorted.encode())));
  }

  /** The same, unless any job of this type is under way. */
  public JobOrder alone() {
    return new JobOrder(type, settings, priority, Optional.of(type));
  }
}
