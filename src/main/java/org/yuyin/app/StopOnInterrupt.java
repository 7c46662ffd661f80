package org.yuyin.app;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.yuyin.storage.InputException;

/**
 * Turns Ctrl-C and SIGTERM into a wish: whoever asks sees it at the next occasion and ends in
 * order, while the process waits for {@link #close}. It is therefore opened before the studio and
 * closed after it: else the process would end before its database is left.
 */
final class StopOnInterrupt implements AutoCloseable, BooleanSupplier {
  private static final long PATIENCE_SECONDS = 120;
  private static final long PATIENCE_FOR_LAST_WORD_SECONDS = 5;
  private static final Runnable NOBODY = () -> {};
  private static final int INTERRUPTED = 130; // what a shell gives for Ctrl-C
  private static final CountDownLatch lastWord = new CountDownLatch(1);
  private static final AtomicInteger listening = new AtomicInteger();

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::ask, "stop-on-interrupt");
  private final Runnable notice;
  private Runnable worker = NOBODY;

  /**
   * Listens from now on.
   *
   * @param notice called once when somebody wants to stop
   */
  StopOnInterrupt(Runnable notice) {
    this.notice = notice;
    listening.incrementAndGet();
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Work that can be told to end. */
  interface Work<T> {
    /** Does it on the calling thread. */
    T run() throws InterruptedException;
  }

  /** Whether somebody wants to stop. */
  @Override
  public boolean getAsBoolean() {
    return asked.getCount() == 0;
  }

  /** Waits until somebody wants to stop. */
  void await() throws InterruptedException {
    asked.await();
  }

  /**
   * Does a long piece of work.
   *
   * @param tell makes the work end soon; called by another thread
   * @throws InputException when it was stopped, or should have been before it began
   */
  <T> T during(Runnable tell, Work<T> work) {
    tellWhenAsked(tell);
    try {
      return work.run();
    } catch (InterruptedException e) {
      throw stopped();
    } finally {
      tellWhenAsked(NOBODY);
    }
  }

  /** Does a long piece of work that ends when its thread is interrupted. */
  <T> T duringInterruptible(Work<T> work) {
    try {
      return during(Thread.currentThread()::interrupt, work);
    } finally {
      Thread.interrupted(); // what comes now closes things and must not be broken off
    }
  }

  /** Refuses to go on when somebody wants to stop. */
  void check() {
    if (getAsBoolean()) {
      throw stopped();
    }
  }

  private static InputException stopped() {
    return new InputException("stopped; give the same command to go on");
  }

  private synchronized void tellWhenAsked(Runnable tell) {
    if (tell != NOBODY) {
      check();
    }
    worker = tell;
  }

  private synchronized void tellWorker() {
    asked.countDown();
    worker.run();
  }

  private void ask() {
    if (done.getCount() == 0) {
      return;
    }
    notice.run();
    tellWorker();
    try {
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)
          || !lastWord.await(PATIENCE_FOR_LAST_WORD_SECONDS, TimeUnit.SECONDS)) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * From now on a process that is told to end, while no command listens, ends at once. It would
   * otherwise take PyTorch down under computations that are still running, and crash.
   */
  static void haltWhereNobodyListens() {
    Runnable halt =
        () -> {
          if (lastWord.getCount() > 0 && listening.get() == 0) {
            endAtOnce(INTERRUPTED);
          }
        };
    Runtime.getRuntime().addShutdownHook(new Thread(halt, "halt"));
  }

  /** By C's {@code _exit}: Java's own halt lets the C library take PyTorch down first. */
  private static void endAtOnce(int status) {
    try {
      var linker = Linker.nativeLinker();
      var exit =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("_exit"),
              FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
      exit.invokeExact(status);
    } catch (Throwable e) {
      Runtime.getRuntime().halt(status);
    }
  }

  /** The command has told the user how it ended, after which the process needs to wait no more. */
  static void lastWordSaid() {
    lastWord.countDown();
  }

  /** Everything is in order: the process may end, once it has said so. */
  @Override
  public void close() {
    done.countDown();
    listening.decrementAndGet();
    if (!getAsBoolean()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // It is ending already, and the hook will find nothing to wait for.
      }
    }
  }
}
