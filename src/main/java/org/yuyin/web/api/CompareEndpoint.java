package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import org.yuyin.evaluation.compare.ComparedRuns;
import org.yuyin.evaluation.compare.ComparisonFile;
import org.yuyin.evaluation.compare.MeanEpoch;
import org.yuyin.evaluation.compare.RunComparisons;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Refusal;
import org.yuyin.web.RunNumbers;

/**
 * {@code GET /api/v1/compare?runs=1,2}: curves of runs, those of one request as one line; {@code
 * GET /api/v1/compare/FORMAT?runs=1,2}: their numbers as csv, md or tex.
 */
final class CompareEndpoint implements Endpoint {
  private final RunComparisons comparisons;

  CompareEndpoint(RunComparisons comparisons) {
    this.comparisons = comparisons;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/compare").respond(this::curves);
    router.get("/api/v1/compare/:format").respond(this::file);
  }

  private Future<JsonObject> curves(RoutingContext request) {
    return comparisons
        .of(RunNumbers.of(request))
        .map(
            compared -> {
              var lines = new JsonArray();
              compared.lines().forEach(line -> lines.add(json(line)));
              return JsonObject.of("lines", lines);
            });
  }

  private Future<Buffer> file(RoutingContext request) {
    var extension = request.pathParam("format");
    var format =
        ComparisonFile.of(extension)
            .orElseThrow(
                () ->
                    Refusal.notFound(
                        "A comparison is written as csv, md or tex, not as \"%s\"."
                            .formatted(extension)));
    return comparisons
        .of(RunNumbers.of(request))
        .map(
            compared -> {
              Downloads.name(request, "runs." + format.extension(), format.type());
              return Buffer.buffer(format.write(compared));
            });
  }

  private static JsonObject json(ComparedRuns.Line line) {
    var epochs = new JsonArray();
    line.curve().forEach(epoch -> epochs.add(json(epoch)));
    var recall = new JsonObject();
    var random = new JsonObject();
    line.recall()
        .forEach(
            (direction, curve) -> {
              recall.put(direction.key(), array(curve.measured()));
              random.put(direction.key(), array(curve.random()));
            });
    return JsonObject.of(
        "label", line.label(),
        "runs", new JsonArray(line.group().ids()),
        "epochs", epochs,
        "recall", recall,
        "random", random);
  }

  private static JsonObject json(MeanEpoch epoch) {
    var json =
        JsonObject.of(
            "epoch", epoch.epoch(),
            "runs", epoch.runs(),
            "trainLoss", epoch.trainLoss(),
            "evaluationLoss", epoch.evaluationLoss());
    epoch.recall().ifPresent(recall -> json.put("recall", recall));
    return json;
  }

  private static JsonArray array(double[] values) {
    var array = new JsonArray();
    Arrays.stream(values).forEach(array::add);
    return array;
  }
}
