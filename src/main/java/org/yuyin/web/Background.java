package org.yuyin.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Named platform threads for work that computes or waits. Not threads of Vert.x: on those,
 * repositories could not be waited for.
 */
public final class Background implements AutoCloseable {
  private final ExecutorService threads;

  /**
   * Starts threads as they are needed.
   *
   * @param name shown in thread lists
   * @param most threads at once
   */
  public Background(String name, int most) {
    threads = Executors.newFixedThreadPool(most, Thread.ofPlatform().daemon().name(name).factory());
  }

  /** Does a piece of work, after those that were given before when all threads are busy. */
  public <T> Future<T> run(Callable<T> work) {
    var result = Promise.<T>promise();
    threads.execute(
        () -> {
          try {
            result.complete(work.call());
          } catch (Throwable e) {
            // Whoever asked gets it, an OutOfMemoryError too; the thread goes on with the next.
            result.fail(e);
          }
        });
    return result.future();
  }

  /** Interrupts what is under way and takes nothing more. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
