package org.yuyin.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Works tasks off, several at a time. Files of one size wait for each other in the order of the
 * tasks, so that of two with the same content the first is always the ad and the second its copy,
 * however many threads there are and however often the ingest was stopped.
 */
final class IngestRun {
  private static final int WAITING_PER_THREAD = 4;

  private final List<IngestTask> tasks;
  private final Consumer<IngestTask> work;
  private final Ingest.Progress progress;
  private final BooleanSupplier stopped;
  private final int alreadyDone;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private int done;

  /**
   * @param work takes one source in; called by several threads
   * @param alreadyDone sources that earlier runs did, for the progress
   * @param stopped whether to end after what is under way
   */
  IngestRun(
      List<IngestTask> tasks,
      Consumer<IngestTask> work,
      Ingest.Progress progress,
      int alreadyDone,
      BooleanSupplier stopped) {
    this.tasks = tasks;
    this.work = work;
    this.progress = progress;
    this.alreadyDone = alreadyDone;
    this.stopped = stopped;
  }

  /**
   * Returns when everything is done. What is under way when something fails is brought to its end,
   * not broken off: a decoder that is killed for our sake must not look like a bad file.
   */
  void onThreads(int threads) {
    var places = new Semaphore(threads * WAITING_PER_THREAD);
    var lastOfSize = new HashMap<Long, CompletableFuture<Void>>();
    var begun = new ArrayList<CompletableFuture<Void>>();
    progress.at(alreadyDone, alreadyDone + tasks.size());
    var named = Thread.ofPlatform().name("ingest-", 1).factory();
    try (var executor = Executors.newFixedThreadPool(threads, named)) {
      for (var task : tasks) {
        places.acquireUninterruptibly();
        if (ending()) {
          break;
        }
        var before = lastOfSize.getOrDefault(task.bytes(), CompletableFuture.completedFuture(null));
        var outcome =
            before
                .thenRunAsync(() -> unlessEnding(task), executor)
                .whenComplete(
                    (_, problem) -> {
                      end(problem);
                      places.release();
                    });
        lastOfSize.put(task.bytes(), outcome);
        begun.add(outcome);
      }
      CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new))
          .exceptionally(_ -> null)
          .join();
    }
    rethrow(failure.get());
    if (done < tasks.size()) {
      throw new CancellationException(
          "stopped after %,d of %,d files; the same command goes on there"
              .formatted(alreadyDone + done, alreadyDone + tasks.size()));
    }
  }

  private void unlessEnding(IngestTask task) {
    if (ending()) {
      throw new CancellationException();
    }
    work.accept(task);
  }

  private boolean ending() {
    return stopped.getAsBoolean() || failure.get() != null;
  }

  private synchronized void end(@Nullable Throwable problem) {
    var cause = problem instanceof CompletionException wrapped ? wrapped.getCause() : problem;
    if (cause == null) {
      progress.at(alreadyDone + ++done, alreadyDone + tasks.size());
    } else if (!(cause instanceof CancellationException)) {
      failure.compareAndSet(null, cause);
    }
  }

  private static void rethrow(@Nullable Throwable failure) {
    switch (failure) {
      case null -> {}
      case RuntimeException unchecked -> throw unchecked;
      case Error error -> throw error;
      default -> throw new IllegalStateException(failure);
    }
  }
}
