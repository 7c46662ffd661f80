package org.yuyin.app;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Progress of one long piece of work on standard error: a line that redraws itself on a terminal,
 * and a line every few seconds elsewhere. Safe for several threads.
 */
final class ProgressLine implements AutoCloseable {
  private static final Duration REDRAW = Duration.ofMillis(200);
  private static final Duration SPARSE = Duration.ofSeconds(10);
  private static final String ERASE = "\r\u001b[K";

  private final String what;
  private final PrintStream out;
  private final boolean terminal;
  private final long startedAt = System.nanoTime();
  private long printedAt;
  private String last = "";

  ProgressLine(String what) {
    this(what, System.err, System.console() != null && System.console().isTerminal());
  }

  ProgressLine(String what, PrintStream out, boolean terminal) {
    this.what = what;
    this.out = out;
    this.terminal = terminal;
    this.printedAt = startedAt;
  }

  /** So many of so many items are done; shows the pace and the time left. */
  synchronized void at(long done, long total) {
    var seconds = (System.nanoTime() - startedAt) / 1e9;
    var pace = done / Math.max(seconds, 1e-3);
    var left = pace > 0 ? Duration.ofMillis((long) ((total - done) / pace * 1000)) : Duration.ZERO;
    show(
        "%s: %,d of %,d · %s/s · %s left".formatted(what, done, total, pace(pace), shortly(left)),
        done >= total);
  }

  /** Free text, for work that has no count. */
  synchronized void say(String state) {
    show(what + ": " + state, false);
  }

  /** Ends a redrawn line. */
  @Override
  public synchronized void close() {
    if (terminal && !last.isEmpty()) {
      out.println();
      last = "";
    }
  }

  private void show(String line, boolean force) {
    var now = System.nanoTime();
    var interval = terminal ? REDRAW : SPARSE;
    if ((!force && now - printedAt < interval.toNanos()) || line.equals(last)) {
      return;
    }
    printedAt = now;
    last = line;
    if (terminal) {
      out.print(ERASE + line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  private static String pace(double pace) {
    return String.format(Locale.ROOT, pace < 10 ? "%.1f" : "%,.0f", pace);
  }

  /** 1 h 05 min, 2 min 05 s, 12 s. */
  static String shortly(Duration time) {
    if (time.toHours() > 0) {
      return "%d h %02d min".formatted(time.toHours(), time.toMinutesPart());
    }
    if (time.toMinutes() > 0) {
      return "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart());
    }
    return time.toSeconds() + " s";
  }
}
