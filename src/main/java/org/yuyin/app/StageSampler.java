package org.yuyin.app;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Looks every few milliseconds at what a thread is doing, and so learns how it spends its time. */
final class StageSampler implements AutoCloseable {
  /** What a thread that extracts features can be at. */
  enum Stage {
    DECODE,
    DSP,
    NETWORK
  }

  private static final Duration EVERY = Duration.ofMillis(4);

  private final Thread watched;
  private final Thread watcher;
  private final Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
  private volatile boolean stopped;

  private StageSampler(Thread watched) {
    this.watched = watched;
    this.watcher = Thread.ofPlatform().daemon().name("stage-sampler").unstarted(this::watch);
  }

  /** Begins to watch the calling thread. */
  static StageSampler ofThisThread() {
    var sampler = new StageSampler(Thread.currentThread());
    sampler.watcher.start();
    return sampler;
  }

  private void watch() {
    while (!stopped) {
      try {
        Thread.sleep(EVERY);
      } catch (InterruptedException _) {
        return;
      }
      counts.merge(stage(watched.getStackTrace()), 1, Integer::sum);
    }
  }

  /** By the innermost call that belongs to a library of networks or to our package of decoders. */
  static Stage stage(StackTraceElement[] trace) {
    for (var element : trace) {
      var name = element.getClassName();
      if (name.startsWith("ai.djl.") || name.startsWith("ai.onnxruntime.")) {
        return Stage.NETWORK;
      }
      if (name.startsWith("org.yuyin.media.")) {
        return Stage.DECODE;
      }
    }
    return Stage.DSP;
  }

  /** Ends the watch. */
  @Override
  public void close() {
    stopped = true;
    try {
      watcher.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Share of each stage in 0..1, once closed; all 0 when the watch was too short to see any. */
  Map<Stage, Double> shares() {
    double total = counts.values().stream().mapToInt(count -> count).sum();
    var shares = new EnumMap<Stage, Double>(Stage.class);
    for (var stage : Stage.values()) {
      shares.put(stage, total == 0 ? 0 : counts.getOrDefault(stage, 0) / total);
    }
    return shares;
  }
}
