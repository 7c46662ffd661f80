package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.sqlclient.Pool;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Refusal;

/** {@code GET /health}: 200 when the server can reach its database, else 503. */
final class HealthEndpoint implements Endpoint {
  private final Pool pool;

  HealthEndpoint(Pool pool) {
    this.pool = pool;
  }

  @Override
  public void mount(Router router) {
    router.get("/health").respond(request -> check());
  }

  private Future<JsonObject> check() {
    return pool.query("SELECT 1")
        .execute()
        .map(rows -> JsonObject.of("status", "up", "database", "up"))
        .recover(failure -> Future.failedFuture(Refusal.notReady("The database does not answer.")));
  }
}
