package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.training.TrainingQueue;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;

/**
 * {@code POST /api/v1/runs/ID/stop} ends a training after its batch, {@code POST
 * /api/v1/runs/ID/resume} queues it again to go on from its last checkpoint.
 */
final class RunControlEndpoint implements Endpoint {
  private final TrainingQueue queue;

  RunControlEndpoint(TrainingQueue queue) {
    this.queue = queue;
  }

  @Override
  public void mount(Router router) {
    router
        .post("/api/v1/runs/:runId/stop")
        .handler(request -> answer(request, queue.stop(id(request))));
    router
        .post("/api/v1/runs/:runId/resume")
        .handler(request -> answer(request, queue.resume(id(request))));
  }

  private static long id(RoutingContext request) {
    return Params.id(request, "runId");
  }

  private static void answer(RoutingContext request, Future<Void> done) {
    done.onSuccess(
            nothing -> {
              long run = id(request);
              request.response().setStatusCode(202);
              Replies.seeOther(request, "/runs/" + run, JsonObject.of("run", run));
            })
        .onFailure(request::fail);
  }
}
