package org.yuyin.jobs;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.yuyin.jobs.JobContext.StopReason;

/**
 * Works the queue off, some jobs at a time, on platform threads. Heartbeats come from a thread of
 * their own, so that long native work does not look like death.
 */
public final class JobWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
  private static final Duration AWAY = Duration.ofSeconds(2);

  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

  private final JobRepository jobs;
  private final JobLines lines;
  private final JobBell bell;
  private final JobTypes types;
  private final Optional<String> device;
  private final JobSettings settings;
  private final Set<JobContext> running = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads;
  private final ScheduledExecutorService heart;
  private volatile boolean closing;
  private volatile long lastLook = System.nanoTime();

  /**
   * Starts at once.
   *
   * @param bell wakes it; stays the caller's to close
   * @param device that each of its jobs has for itself, among all workers; empty when they need
   *     none
   * @param atATime jobs that run at a time
   */
  public JobWorker(
      Pool pool,
      JobBell bell,
      JobTypes types,
      JobSettings settings,
      Optional<String> device,
      int atATime) {
    this.jobs = new JobRepository(pool);
    this.lines = new JobLines(pool);
    this.bell = bell;
    this.types = types;
    this.settings = settings;
    this.device = device;
    this.heart =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("job-heartbeat").daemon().factory());
    this.threads =
        Executors.newFixedThreadPool(atATime, Thread.ofPlatform().name("job-", 1).factory());
    for (int thread = 0; thread < atATime; thread++) {
      threads.execute(this::workOff);
    }
  }

  /**
   * Asks the running jobs to stop, waits for them, and gives those that did not finish back to the
   * queue.
   */
  @Override
  public void close() {
    closing = true;
    running.forEach(context -> context.stop(StopReason.CLOSING));
    bell.wake();
    threads.close();
    heart.close();
  }

  /** Whether it looks for jobs, or works on as many as it may. */
  public boolean alive() {
    return !closing
        && (!running.isEmpty() || System.nanoTime() - lastLook < LONGEST_SILENCE.toNanos());
  }

  private void workOff() {
    while (!closing) {
      long queued = bell.queued();
      try {
        lastLook = System.nanoTime();
        if (!runNext() && !closing) {
          bell.awaitQueued(queued, settings.poll());
        }
      } catch (InterruptedException e) {
        return;
      } catch (Exception e) { // waiting for the database also throws checked ones
        LOG.warn("the job queue cannot be reached: {}", e.getMessage());
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(AWAY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False when nothing was waiting. */
  private boolean runNext() {
    int mostFailures = settings.retries().mostFailures();
    jobs.giveUpDead(mostFailures).await();
    var claimed = jobs.claim(types.names(), settings.lease(), mostFailures, device).await();
    claimed.ifPresent(this::run);
    return claimed.isPresent();
  }

  private void run(ClaimedJob job) {
    var context = new JobContext(job, jobs, lines);
    running.add(context);
    if (closing) {
      context.stop(StopReason.CLOSING);
    }
    var beat = new Heartbeat(context, jobs, settings.lease());
    var every = settings.heartbeat().toMillis();
    var beating = heart.scheduleAtFixedRate(beat, every, every, TimeUnit.MILLISECONDS);
    var timer = Timer.start();
    try (var _ = MDC.putCloseable("job", Long.toString(job.id()));
        var _ = MDC.putCloseable("attempt", Integer.toString(job.attempt()))) {
      new Attempt(context, types.named(job.type()), jobs, settings).run();
    } catch (StaleAttemptException e) {
      LOG.warn("{}; what it did since is not recorded", e.getMessage());
    } finally {
      timer.stop(Metrics.timer("yuyin.job.run", "type", job.type()));
      beating.cancel(false);
      running.remove(context);
    }
  }
}
