package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Readiness;
import org.yuyin.web.Refusal;

/**
 * {@code GET /health/live}: 200 while the process answers. {@code GET /health/ready} and {@code GET
 * /health}: 200 when everything that it needs works, else 503, which says what does not.
 */
final class HealthEndpoint implements Endpoint {
  private final Readiness readiness;

  HealthEndpoint(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  public void mount(Router router) {
    router.get("/health/live").respond(_ -> Future.succeededFuture(JsonObject.of("status", "up")));
    router.get("/health/ready").respond(_ -> check());
    router.get("/health").respond(_ -> check());
  }

  private Future<JsonObject> check() {
    return readiness
        .problems()
        .map(
            problems -> {
              if (!problems.isEmpty()) {
                throw Refusal.notReady(String.join(" ", problems));
              }
              return JsonObject.of(
                  "status", "up", "database", "up", "schema", "up", "workers", "up");
            });
  }
}
