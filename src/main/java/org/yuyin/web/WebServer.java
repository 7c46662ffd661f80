package org.yuyin.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.util.List;
import org.yuyin.account.Accounts;
import org.yuyin.storage.InputException;
import org.yuyin.web.account.Gate;

/** The HTTP server with everything mounted on it. */
public final class WebServer {
  private static final int IDLE_SECONDS = 120;

  private final HttpServer server;
  private final String host;

  private WebServer(HttpServer server, String host) {
    this.server = server;
    this.host = host;
  }

  /**
   * Listens. A port that is taken or an address that is not ours fails with an {@link
   * InputException}.
   */
  public static Future<WebServer> start(
      Vertx vertx,
      WebSettings settings,
      Views views,
      Accounts accounts,
      List<? extends Endpoint> endpoints) {
    var gate = new Gate(accounts, settings);
    var options =
        new HttpServerOptions()
            .setHost(settings.host())
            .setPort(settings.port())
            .setHttp2ClearTextEnabled(
                false) // nobody needs it, and a proxy could be led astray by it
            .setIdleTimeout(IDLE_SECONDS);
    return vertx
        .createHttpServer(options)
        .requestHandler(router(vertx, settings, views, gate, endpoints))
        .listen()
        .map(server -> new WebServer(server, settings.host()))
        .recover(failure -> Future.failedFuture(explain(failure, settings)));
  }

  private static Router router(
      Vertx vertx,
      WebSettings settings,
      Views views,
      Gate gate,
      List<? extends Endpoint> endpoints) {
    var router = Router.router(vertx);
    new Problems(views).mount(router);
    router.route().handler(new RequestIds());
    router.route().handler(new SecurityHeaders(settings.proxies()));
    router.route().handler(new SameOriginWrites());
    router.route().handler(gate);
    new StaticAssets().mount(router);
    endpoints.forEach(endpoint -> endpoint.mount(router));
    return router;
  }

  private static Throwable explain(Throwable failure, WebSettings settings) {
    return failure instanceof BindException
        ? new InputException(
            "cannot listen on %s port %d (%s); is the studio running already? Choose another with"
                    .formatted(settings.host(), settings.port(), failure.getMessage())
                + " --port",
            failure)
        : failure;
  }

  /** Where a browser finds it. */
  public String url() {
    var shown = host.equals(WebSettings.LOCAL_HOST) || host.equals("0.0.0.0") ? "localhost" : host;
    return "http://%s:%d".formatted(shown, server.actualPort());
  }

  /** The port it listens on. */
  public int port() {
    return server.actualPort();
  }

  /** Stops listening, lets running answers finish for a few seconds, then closes. */
  public Future<Void> stop() {
    return server.shutdown(5, java.util.concurrent.TimeUnit.SECONDS);
  }
}
