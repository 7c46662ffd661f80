package org.yuyin.web.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.retrieval.ServingRepository;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;

/** {@code POST /api/v1/runs/ID/service}: lets the model of a finished run recommend from now on. */
final class RunServiceEndpoint implements Endpoint {
  private final ServingRepository serving;

  RunServiceEndpoint(ServingRepository serving) {
    this.serving = serving;
  }

  @Override
  public void mount(Router router) {
    router.post("/api/v1/runs/:runId/service").handler(this::put);
  }

  private void put(RoutingContext request) {
    var runId = Params.id(request, "runId");
    serving.put(runId).onSuccess(now -> answer(request, now)).onFailure(request::fail);
  }

  private static void answer(RoutingContext request, ServingRepository.Serving now) {
    var told = JsonObject.of("run", now.runId(), "since", now.since().toString());
    Replies.seeOther(request, "/runs/" + now.runId(), told);
  }
}
