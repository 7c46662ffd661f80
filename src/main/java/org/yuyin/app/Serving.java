package org.yuyin.app;

import java.util.concurrent.CountDownLatch;
import org.yuyin.web.WebSettings;

/** Serves the pages until the process is asked to end. */
final class Serving {
  private Serving() {}

  /** Blocks until SIGTERM or Ctrl-C, then stops in order. */
  static void until(Studio studio, WebSettings settings, Output output) {
    var asked = new CountDownLatch(1);
    try (var server = StudioServer.start(studio, settings);
        var _ = new StopOnInterrupt(asked::countDown)) {
      output.print("YuYin Studio is at " + server.url() + " (Ctrl-C stops it)");
      asked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
