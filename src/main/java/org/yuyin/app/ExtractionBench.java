package org.yuyin.app;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.yuyin.app.ExtractionSpeed.Times;

/** Measures how fast an extractor is, after it has warmed up. */
final class ExtractionBench {
  private static final int FEWEST_RUNS = 3;
  private static final int MOST_WARM_UPS = 5;
  private static final double SETTLED = 0.95;

  private final double seconds;
  private final int processors;

  /**
   * @param seconds each of the measurements takes at least this long
   * @param processors how many items are worked on side by side in the last measurement
   */
  ExtractionBench(double seconds, int processors) {
    this.seconds = seconds;
    this.processors = processors;
  }

  /** Takes five to nine times as long as one measurement. */
  ExtractionSpeed measure(ExtractionTask task) throws InterruptedException {
    var described = task.decoding().decode();
    warmUp(described);
    var analysis = time(described);
    task.runWhole();
    var whole = time(task::runWhole);
    return new ExtractionSpeed(
        task, analysis, whole, stages(task).shares(), itemsPerMinute(task), processors);
  }

  /** Loads weights and lets the compiler do its work: until a run takes hardly less than before. */
  private void warmUp(Runnable work) {
    double before = Double.MAX_VALUE;
    for (int round = 0; round < MOST_WARM_UPS; round++) {
      double now = time(work).cpuSeconds();
      if (now > SETTLED * before) {
        return;
      }
      before = now;
    }
  }

  /** Runs again and again on this thread. */
  private Times time(Runnable work) {
    int runs = 0;
    long start = System.nanoTime();
    double cpu = CpuClock.seconds();
    while (runs < FEWEST_RUNS || since(start) < seconds) {
      work.run();
      runs++;
    }
    return new Times((CpuClock.seconds() - cpu) / runs, since(start) / runs);
  }

  private StageSampler stages(ExtractionTask task) {
    var sampler = StageSampler.ofThisThread();
    try (sampler) {
      time(task::runWhole);
    }
    return sampler;
  }

  private double itemsPerMinute(ExtractionTask task) throws InterruptedException {
    var threads = Thread.ofPlatform().daemon().name("bench-", 1).factory();
    var pool = Executors.newFixedThreadPool(processors, threads);
    long start = System.nanoTime();
    Callable<Integer> worker =
        () -> {
          int items = 0;
          do {
            task.runWhole();
            items++;
          } while (since(start) < seconds);
          return items;
        };
    try {
      var workers = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < processors; i++) {
        workers.add(worker);
      }
      int items = 0;
      for (var finished : pool.invokeAll(workers)) {
        items += finished.get();
      }
      return items / since(start) * 60;
    } catch (ExecutionException e) {
      throw new IllegalStateException("extraction failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
