package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.training.CurvePoint;
import org.yuyin.training.RunView;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;

/** {@code GET /api/v1/runs/ID/epochs}: the learning curve so far. */
final class RunEpochsEndpoint implements Endpoint {
  private final RunView runs;

  RunEpochsEndpoint(RunView runs) {
    this.runs = runs;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/runs/:runId/epochs").respond(this::curve);
  }

  private Future<JsonObject> curve(RoutingContext request) {
    return runs.curve(Params.id(request, "runId"), 0)
        .map(
            points -> {
              var epochs = new JsonArray();
              points.forEach(point -> epochs.add(json(point)));
              return JsonObject.of("epochs", epochs);
            });
  }

  static JsonObject json(CurvePoint point) {
    return JsonObject.of(
        "epoch", point.epoch(),
        "trainLoss", point.trainLoss(),
        "evaluationLoss", point.evaluationLoss(),
        "parts", point.parts(),
        "seconds", point.seconds());
  }
}
