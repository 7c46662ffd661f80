package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.List;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.DatasetRepository;
import org.yuyin.model.Methods;
import org.yuyin.training.RunRequest;
import org.yuyin.training.TrainingQueue;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Refusal;

/**
 * {@code POST /api/v1/runs}: queues trainings, one for each seed. From a form, or as JSON such as
 * {@code {"dataset": "demo@1", "method": "yuyin", "seed": 0, "seeds": 3, "shuffled": false,
 * "settings": {"alpha": 0.2}}}.
 */
final class TrainEndpoint implements Endpoint {
  private static final long LARGEST_BODY = 100_000;

  private final Methods methods;
  private final DatasetRepository datasets;
  private final TrainingQueue queue;

  TrainEndpoint(Methods methods, DatasetRepository datasets, TrainingQueue queue) {
    this.methods = methods;
    this.datasets = datasets;
    this.queue = queue;
  }

  @Override
  public void mount(Router router) {
    router
        .post("/api/v1/runs")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
        .handler(this::submit);
  }

  private void submit(RoutingContext request) {
    var order = TrainingOrder.of(request);
    var recipe = order.recipe(methods);
    dataset(order)
        .compose(
            info -> {
              Future<List<Long>> submitted = Future.succeededFuture(List.of());
              for (long seed = order.seed(); seed < order.seed() + order.seeds(); seed++) {
                var run = RunRequest.of(info.id(), recipe, seed, order.shuffled());
                submitted =
                    submitted.compose(before -> queue.submit(run).map(id -> with(before, id)));
              }
              return submitted;
            })
        .onSuccess(runs -> answer(request, runs))
        .onFailure(request::fail);
  }

  private Future<DatasetInfo> dataset(TrainingOrder order) {
    return datasets
        .find(order.datasetName(), order.datasetVersion())
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        Refusal.badRequest(
                            "There is no dataset %s@%d."
                                .formatted(order.datasetName(), order.datasetVersion()))));
  }

  private static List<Long> with(List<Long> before, long id) {
    var all = new ArrayList<>(before);
    all.add(id);
    return all;
  }

  private static void answer(RoutingContext request, List<Long> runs) {
    var page = runs.size() == 1 ? "/runs/" + runs.getFirst() : "/train";
    request.response().setStatusCode(202);
    Replies.showPage(request, page, JsonObject.of("runs", runs));
  }
}
