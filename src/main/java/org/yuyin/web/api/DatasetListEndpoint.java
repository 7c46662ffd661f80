package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.DatasetReference;
import org.yuyin.dataset.DatasetRepository;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Refusal;

/**
 * {@code GET /api/v1/datasets} lists all versions of all datasets, {@code GET
 * /api/v1/datasets/NAME@VERSION} tells one.
 */
final class DatasetListEndpoint implements Endpoint {
  private final DatasetRepository datasets;

  DatasetListEndpoint(DatasetRepository datasets) {
    this.datasets = datasets;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/datasets").handler(request -> JsonReply.send(request, list()));
    router
        .get("/api/v1/datasets/:dataset")
        .handler(request -> JsonReply.send(request, show(request)));
  }

  private Future<JsonObject> list() {
    return datasets
        .list()
        .map(all -> new JsonArray(all.stream().map(DatasetListEndpoint::json).toList()))
        .map(all -> JsonObject.of("items", all));
  }

  private Future<JsonObject> show(RoutingContext request) {
    var wanted = request.pathParam("dataset");
    return datasets
        .find(DatasetReference.parse(wanted))
        .map(Refusal.unlessFound("dataset", wanted))
        .map(DatasetListEndpoint::json);
  }

  private static JsonObject json(DatasetInfo info) {
    return new JsonObject()
        .put("name", info.name())
        .put("version", info.version())
        .put("label", info.label())
        .put("pairs", info.pairs())
        .put("synthetic", info.synthetic())
        .put("contentHash", info.contentHash())
        .put("description", info.description())
        .put("createdAt", info.createdAt().toInstant().toString())
        .put("self", "/api/v1/datasets/" + info.label())
        .put("archive", "/api/v1/datasets/" + info.label() + "/archive");
  }
}
