package org.yuyin.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.yuyin.media.ChildFailedException.Cause;

/**
 * Runs one program as a child process with bounded time, memory and messages, and without a network
 * where the system allows it. The program gets an empty environment, no shell ever reads its
 * arguments, and it is killed with all its own children when it takes too long, when its output is
 * refused, or when the calling thread is interrupted.
 */
final class LimitedProcess {
  private static final int MOST_MESSAGE_BYTES = 16_384;
  private static final Duration WATCH_EVERY = Duration.ofMillis(50);
  private static final int CPU_PER_WALL = 4; // an encoder may use several cores at once
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  /**
   * Sets the limits, then becomes the program. Values and arguments are positional parameters, so
   * nothing in them is read as shell text. A limit that the system does not know is left out.
   */
  private static final String UNDER_LIMITS =
      """
      ulimit -v "$1" 2>/dev/null; ulimit -t "$2" 2>/dev/null; ulimit -f "$3" 2>/dev/null
      ulimit -c 0 2>/dev/null; shift 3; exec "$@"\
      """;

  private final Duration wallClock;
  private final long memoryBytes;
  private final long fileBytes;

  /**
   * @param wallClock after which the child is killed
   * @param memoryBytes address space of the child
   * @param fileBytes largest file the child may write; 0 for a child that only reads
   */
  LimitedProcess(Duration wallClock, long memoryBytes, long fileBytes) {
    this.wallClock = wallClock;
    this.memoryBytes = memoryBytes;
    this.fileBytes = fileBytes;
  }

  /** Takes what it wants from standard output; may stop before the end by throwing. */
  interface OutputReader<T> {
    T read(InputStream output) throws IOException, ChildFailedException;
  }

  /** Gives the child its standard input. */
  interface InputWriter {
    void write(OutputStream input) throws IOException;
  }

  /** The reader's answer and what the child printed on standard error. */
  record Outcome<T>(T output, String messages) {}

  /** Runs a program that needs no input and reads its output. */
  <T> Outcome<T> read(List<String> command, OutputReader<T> reader) throws ChildFailedException {
    return run(command, OutputStream::close, reader);
  }

  /** Runs a program that reads its input and prints nothing of interest. */
  void feed(List<String> command, InputWriter writer) throws ChildFailedException {
    run(
        command,
        input -> {
          try (input) {
            writer.write(input);
          } catch (IOException e) {
            // The child closed its end: its exit code and messages say why.
          }
        },
        InputStream::readAllBytes);
  }

  private <T> Outcome<T> run(List<String> command, InputWriter writer, OutputReader<T> reader)
      throws ChildFailedException {
    var process = start(command);
    var messages = new Messages(process.getErrorStream());
    var watch = new Watch(process, Thread.currentThread(), wallClock);
    T output;
    try {
      writer.write(process.getOutputStream());
      output = reader.read(process.getInputStream());
    } catch (IOException e) {
      // Usually the output ended early because the child is about to end: let it say why first,
      // since killing closes its streams.
      var said = messages.text();
      kill(process);
      throw watch.failureOr(new ChildFailedException(Cause.EXIT_CODE, said));
    } catch (ChildFailedException | RuntimeException e) {
      kill(process);
      throw e;
    }
    int exitCode = exitCode(process);
    if (exitCode != 0) {
      var said = messages.text();
      throw watch.failureOr(
          new ChildFailedException(
              Cause.EXIT_CODE, said.isBlank() ? "ended with code " + exitCode : said));
    }
    return new Outcome<>(output, messages.text());
  }

  private Process start(List<String> command) {
    var whole = new ArrayList<String>();
    if (Files.isExecutable(SETSID)) {
      whole.add(SETSID.toString()); // its own session: Ctrl-C in the terminal is ours to handle
    }
    whole.addAll(Sandbox.prefix());
    whole.addAll(List.of("/bin/sh", "-c", UNDER_LIMITS, "sh"));
    whole.add(Long.toString(memoryBytes / 1024));
    whole.add(Long.toString(CPU_PER_WALL * (wallClock.toSeconds() + 1)));
    whole.add(Long.toString(fileBytes / 512));
    whole.addAll(command);
    var builder = new ProcessBuilder(whole);
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C");
    var folder = Path.of(command.getFirst()).toAbsolutePath().getParent();
    builder.environment().put("LD_LIBRARY_PATH", String.valueOf(folder)); // bundled beside it
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IllegalStateException("cannot start " + command.getFirst(), e);
    }
  }

  private static int exitCode(Process process) throws ChildFailedException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      kill(process);
      Thread.currentThread().interrupt();
      throw new ChildFailedException(Cause.INTERRUPTED, "interrupted");
    }
  }

  /** The children of a process are found through it, so they go first. */
  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Ends a child that takes too long or that nobody waits for any more. */
  private static final class Watch {
    private final Duration limit;
    private volatile boolean late;
    private volatile boolean interrupted;

    Watch(Process process, Thread caller, Duration limit) {
      this.limit = limit;
      Thread.ofVirtual().start(() -> watch(process, caller));
    }

    private void watch(Process process, Thread caller) {
      long deadline = System.nanoTime() + limit.toNanos();
      try {
        while (!process.waitFor(WATCH_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
          late = System.nanoTime() > deadline;
          interrupted = caller.isInterrupted();
          if (late || interrupted) {
            kill(process);
            return;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    ChildFailedException failureOr(ChildFailedException other) {
      if (late) {
        return new ChildFailedException(
            Cause.TIMED_OUT, "took longer than %d s".formatted(limit.toSeconds()));
      }
      return interrupted ? new ChildFailedException(Cause.INTERRUPTED, "interrupted") : other;
    }
  }

  /** Keeps the beginning of standard error and reads the rest away, so the child never blocks. */
  private static final class Messages {
    private final StringBuilder text = new StringBuilder();
    private final Thread reader;

    Messages(InputStream error) {
      reader = Thread.ofVirtual().start(() -> drain(error));
    }

    private void drain(InputStream error) {
      var buffer = new byte[4096];
      try (error) {
        for (int count = error.read(buffer); count >= 0; count = error.read(buffer)) {
          synchronized (text) {
            int room = Math.max(0, MOST_MESSAGE_BYTES - text.length());
            text.append(new String(buffer, 0, Math.min(count, room), StandardCharsets.UTF_8));
          }
        }
      } catch (IOException e) {
        // The child is gone; what it said so far is what there is.
      }
    }

    String text() {
      try {
        reader.join(Duration.ofSeconds(1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      synchronized (text) {
        return text.toString();
      }
    }
  }
}
