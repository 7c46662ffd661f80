package org.yuyin.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One at a time among all threads of all processes, by a lock file; the operating system frees it
 * when its holder dies, however it dies.
 */
final class ProcessLock implements AutoCloseable {
  // A file lock belongs to the whole process, and closing any channel of the file gives it up. So
  // the
  // threads of one process take turns before they touch the file.
  private static final ReentrantLock THREADS = new ReentrantLock();
  private static final Duration POLL = Duration.ofMillis(50);

  private final FileChannel channel;

  private ProcessLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for the lock.
   *
   * @param longest after which an {@link InputException} says that somebody holds it
   */
  static ProcessLock acquire(Path file, Duration longest) {
    long deadline = System.nanoTime() + longest.toNanos();
    try {
      if (!THREADS.tryLock(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        throw held(file, longest);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      while (tryLock(channel) == null) {
        if (System.nanoTime() > deadline) {
          throw held(file, longest);
        }
        Thread.sleep(POLL);
      }
      return new ProcessLock(channel);
    } catch (IOException e) {
      release(channel);
      throw IoProblems.writing(file, e);
    } catch (InterruptedException e) {
      release(channel);
      throw interrupted(e);
    } catch (RuntimeException e) {
      release(channel);
      throw e;
    }
  }

  @Override
  public void close() {
    release(channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    return channel.tryLock();
  }

  private static void release(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      THREADS.unlock();
    }
  }

  private static InputException held(Path file, Duration longest) {
    return new InputException(
        "another process has held %s for %d s; end it and try again"
            .formatted(file, longest.toSeconds()));
  }

  private static InputException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new InputException("interrupted while waiting for the database", cause);
  }
}
