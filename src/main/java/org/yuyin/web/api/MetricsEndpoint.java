package org.yuyin.web.api;

import io.vertx.ext.web.Router;
import org.yuyin.operations.Measurements;
import org.yuyin.web.Endpoint;

/** {@code GET /metrics}: what this process measures of itself, for Prometheus. */
final class MetricsEndpoint implements Endpoint {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final Measurements measurements;

  MetricsEndpoint(Measurements measurements) {
    this.measurements = measurements;
  }

  @Override
  public void mount(Router router) {
    router
        .get("/metrics")
        .handler(
            request ->
                measurements
                    .text()
                    .onSuccess(text -> request.response().putHeader("Content-Type", TEXT).end(text))
                    .onFailure(request::fail));
  }
}
