package org.yuyin.jobs;

import io.vertx.pgclient.pubsub.PgSubscriber;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.storage.Database;

/**
 * Rings when a job is queued or moves on, in whatever process, through LISTEN and NOTIFY (migration
 * V022). It may miss a ring while its connection is away, so whoever waits looks by himself now and
 * then.
 */
public final class JobBell implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobBell.class);
  private static final String CHANNEL = "job";
  private static final long RECONNECT_MS = 500;

  private final PgSubscriber subscriber;
  private final Set<LongConsumer> listeners = ConcurrentHashMap.newKeySet();
  private long queued;

  private JobBell(PgSubscriber subscriber) {
    this.subscriber = subscriber;
    subscriber.reconnectPolicy(tries -> RECONNECT_MS);
    subscriber.channel(CHANNEL).handler(this::ring);
  }

  /** Listens on a connection of its own. */
  public static JobBell of(Database database) {
    var bell = new JobBell(database.subscriber());
    bell.subscriber
        .connect()
        .onFailure(failure -> LOG.warn("jobs start later than they could", failure));
    return bell;
  }

  /** Ends when it is closed. */
  @FunctionalInterface
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /** Tells a listener the number of each job that is queued or moves. */
  public Listening listen(LongConsumer listener) {
    LongConsumer own = listener::accept; // the same listener may listen twice
    listeners.add(own);
    return () -> listeners.remove(own);
  }

  /** How many jobs were queued since it listens, for {@link #awaitQueued}. */
  synchronized long queued() {
    return queued;
  }

  /** Waits until another job is queued than those that were counted, or the time is over. */
  synchronized void awaitQueued(long counted, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    for (long left = atMost.toMillis();
        queued == counted && left > 0;
        left = (end - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
  }

  /** Lets everybody go on who waits. */
  synchronized void wake() {
    queued++;
    notifyAll();
  }

  /** The message is the job's state and number. */
  private void ring(String message) {
    int space = message.indexOf(' ');
    if (message.substring(0, space).equals(JobState.QUEUED.key())) {
      wake();
    }
    long job = Long.parseLong(message.substring(space + 1));
    listeners.forEach(listener -> listener.accept(job));
  }

  @Override
  public void close() {
    subscriber.close().await();
  }
}
