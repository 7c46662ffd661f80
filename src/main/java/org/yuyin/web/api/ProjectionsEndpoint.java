package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.yuyin.evaluation.projection.PointSet;
import org.yuyin.evaluation.projection.Projection;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;
import org.yuyin.web.see.SeeChoice;
import org.yuyin.web.see.SeeDesk;

/**
 * Pictures of trained models. {@code POST /api/v1/projections?run=…} queues what {@code /see} with
 * the same parameters shows, {@code POST …/cancel} stops it; {@code GET …/ID} tells its categories
 * and measures, {@code …/ID/points} its points (see {@link PointSet#toBytes}), {@code
 * …/ID/rows/ROW} what stands behind a point.
 */
final class ProjectionsEndpoint implements Endpoint {
  private static final String ALL = "/api/v1/projections";

  private final SeeDesk desk;

  ProjectionsEndpoint(SeeDesk desk) {
    this.desk = desk;
  }

  @Override
  public void mount(Router router) {
    router.post(ALL).handler(request -> forEachRun(request, this::want));
    router.post(ALL + "/cancel").handler(request -> forEachRun(request, this::cancel));
    router.get(ALL + "/:id").respond(this::summary);
    router.get(ALL + "/:id/points").respond(this::points);
    router.get(ALL + "/:id/rows/:row").respond(this::row);
  }

  private interface Action {
    Future<?> on(SeeChoice choice, long run);
  }

  private Future<?> want(SeeChoice choice, long run) {
    return desk.want(choice.request(run));
  }

  private Future<?> cancel(SeeChoice choice, long run) {
    return desk.cancel(choice.request(run));
  }

  private static void forEachRun(RoutingContext request, Action action) {
    var choice = SeeChoice.of(request);
    if (choice.runs().isEmpty()) {
      throw Refusal.badRequest("\"run\" is missing: whose model should be drawn?");
    }
    var all = choice.runs().stream().map(run -> action.on(choice, run)).toList();
    Future.all(all)
        .onSuccess(
            done ->
                request
                    .response()
                    .setStatusCode(303)
                    .putHeader("Location", "/see/panel?" + choice.query())
                    .end())
        .onFailure(request::fail);
  }

  private Future<JsonObject> summary(RoutingContext request) {
    return projection(request)
        .map(
            found ->
                found
                    .summary()
                    .copy()
                    .put("id", found.id())
                    .put("run", found.run())
                    .put("dataset", found.datasetId()));
  }

  private Future<Buffer> points(RoutingContext request) {
    return desk.points(Params.id(request, "id"))
        .map(
            found -> {
              request
                  .response()
                  .putHeader("Content-Type", "application/octet-stream")
                  .putHeader("Cache-Control", "private, max-age=86400");
              return Buffer.buffer(found.orElseThrow(ProjectionsEndpoint::none).toBytes());
            });
  }

  private Future<JsonObject> row(RoutingContext request) {
    int row = row(request.pathParam("row"));
    return projection(request)
        .compose(found -> desk.items(found, List.of(row)))
        .map(items -> json(items.stream().findFirst().orElseThrow(ProjectionsEndpoint::none)));
  }

  private static int row(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw none();
    }
  }

  private static JsonObject json(SeeDesk.Item item) {
    var json =
        JsonObject.of(
            "row", item.row(),
            "id", item.pair().id(),
            "category", item.pair().category(),
            "mergedCategory", item.pair().mergedCategory());
    item.ad()
        .ifPresent(
            ad -> {
              json.put("name", ad.name())
                  .put("href", "/recommend/" + ad.id())
                  .put("poster", "/media/ads/%d/poster?v=%s".formatted(ad.id(), ad.version()));
              ad.track()
                  .ifPresent(
                      track ->
                          json.put(
                                  "audio",
                                  "/media/tracks/%d/audio?v=%s".formatted(track, ad.version()))
                              .put("title", ad.title().orElse("")));
            });
    return json;
  }

  private Future<Projection> projection(RoutingContext request) {
    return desk.projection(Params.id(request, "id"))
        .map((Optional<Projection> found) -> found.orElseThrow(ProjectionsEndpoint::none));
  }

  private static Refusal none() {
    return Refusal.notFound("There is no such picture, or no such point in it.");
  }
}
