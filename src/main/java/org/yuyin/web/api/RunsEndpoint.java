package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.Evaluation;
import org.yuyin.evaluation.EvaluationRepository;
import org.yuyin.training.RunCard;
import org.yuyin.training.RunView;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;

/**
 * {@code GET /api/v1/runs} lists trainings, the newest first; {@code GET /api/v1/runs/ID} tells one
 * with what it reached on the test split. See {@link Cursor} for pages.
 */
final class RunsEndpoint implements Endpoint {
  private final RunView runs;
  private final EvaluationRepository evaluations;

  RunsEndpoint(RunView runs, EvaluationRepository evaluations) {
    this.runs = runs;
    this.evaluations = evaluations;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/runs").handler(request -> JsonReply.send(request, list(request)));
    router.get("/api/v1/runs/:runId").handler(request -> JsonReply.send(request, show(request)));
  }

  private Future<JsonObject> list(RoutingContext request) {
    var cursor = Cursor.of(request);
    return runs.below(cursor.below(), cursor.fetch())
        .map(found -> cursor.page(found, RunCard::id, RunsEndpoint::json));
  }

  private Future<JsonObject> show(RoutingContext request) {
    var id = Params.id(request, "runId");
    var evaluation = evaluations.find(id, Split.TEST);
    return runs.run(id)
        .map(Refusal.unlessFound("run", id))
        .compose(run -> evaluation.map(found -> json(run).put("test", json(found))));
  }

  private static JsonObject json(Optional<Evaluation> evaluation) {
    var metrics = new JsonObject();
    for (var direction : Direction.values()) {
      evaluation.ifPresent(it -> metrics.put(direction.key(), it.of(direction).toJson()));
    }
    return metrics;
  }

  private static JsonObject json(RunCard run) {
    return JsonObject.of("id", run.id())
        .mergeIn(run.toJson())
        .put("learningSeconds", run.learningSeconds())
        .put("job", run.jobId().orElse(null))
        .put("createdAt", run.createdAt().toString())
        .put("finishedAt", run.finishedAt().map(Instant::toString).orElse(null))
        .put("self", "/api/v1/runs/" + run.id());
  }
}
