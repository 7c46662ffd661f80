package org.yuyin.app;

import org.yuyin.web.WebSettings;

/** Serves the pages until the process is asked to end. */
final class Serving {
  private Serving() {}

  /** Blocks until SIGTERM or Ctrl-C, then stops in order. */
  static void until(StopOnInterrupt stop, Studio studio, WebSettings settings, Output output) {
    try (var server = StudioServer.start(studio, settings)) {
      output.print("YuYin Studio is at " + server.url() + " (Ctrl-C stops it)");
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
