package org.yuyin.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Turns Ctrl-C into a wish: whoever asks sees it at the next occasion and ends in order, while the
 * process waits for {@link #close}.
 */
final class StopOnInterrupt implements AutoCloseable, BooleanSupplier {
  private static final long PATIENCE_SECONDS = 120;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::ask, "stop-on-interrupt");
  private final Runnable notice;
  private volatile boolean asked;

  /**
   * Listens from now on.
   *
   * @param notice called once when somebody wants to stop
   */
  StopOnInterrupt(Runnable notice) {
    this.notice = notice;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether somebody wants to stop. */
  @Override
  public boolean getAsBoolean() {
    return asked;
  }

  private void ask() {
    if (done.getCount() == 0) {
      return;
    }
    asked = true;
    notice.run();
    try {
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is in order: the process may end. */
  @Override
  public void close() {
    done.countDown();
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // It is ending already, and the hook will find nothing to wait for.
      }
    }
  }
}
