package org.yuyin.app;

import java.util.List;
import org.yuyin.operations.Measurements;
import org.yuyin.web.Readiness;
import org.yuyin.web.Views;
import org.yuyin.web.WebServer;
import org.yuyin.web.WebSettings;
import org.yuyin.web.api.Endpoints;

/** What a worker answers to those who watch it, on this machine only: health and metrics. */
final class WorkerServer implements AutoCloseable {
  private final WebServer server;
  private final Measurements measurements;

  private WorkerServer(WebServer server, Measurements measurements) {
    this.server = server;
    this.measurements = measurements;
  }

  /** Listens; a port that is taken is one clear line. */
  static WorkerServer start(Studio studio, Workers workers, int port) {
    var database = studio.database();
    var measurements = new Measurements(database.pool(), studio.folder());
    var readiness = new Readiness(database.pool(), database.newestSchema(), workers::alive);
    try {
      var server =
          WebServer.start(
                  database.vertx(),
                  WebSettings.at(WebSettings.LOCAL_HOST, port),
                  new Views(List.of()),
                  studio.accounts(),
                  Endpoints.ofWorker(readiness, measurements))
              .await();
      return new WorkerServer(server, measurements);
    } catch (RuntimeException e) {
      measurements.close();
      throw e;
    }
  }

  /** Where it listens. */
  String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.stop().await();
    measurements.close();
  }
}
