package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.HashMap;
import org.yuyin.evaluation.figure.Panel;
import org.yuyin.storage.InputException;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /see/similarity/piece?run=ID}: the picture once it is done; until then it asks again. */
final class ModelPicturePiece implements Page {
  private final Sources sources;
  private final ModelPicture picture;

  ModelPicturePiece(Sources sources, ModelPicture picture) {
    this.sources = sources;
    this.picture = picture;
  }

  @Override
  public String path() {
    return "/see/" + picture.key() + "/piece";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    long run = Params.between(request, "run", 1, Integer.MAX_VALUE, 1);
    var answer = picture.of(sources.pictures(), run);
    var values = new HashMap<String, Object>();
    values.put("run", run);
    values.put("picture", picture.key());
    if (!answer.isComplete()) {
      return Future.succeededFuture(View.piece("see-model-piece", values));
    }
    return answer
        .map(
            found -> {
              values.put("found", found);
              if (found.content() instanceof Panel.Curves curves) {
                values.put("curves", json(curves).encode());
              }
              return View.piece("see-model-piece", values);
            })
        .recover(ModelPicturePiece::explain);
  }

  private static Future<View> explain(Throwable failure) {
    return Future.failedFuture(
        failure instanceof InputException problem
            ? Refusal.unusable(problem.getMessage() + ".")
            : failure);
  }

  private static JsonObject json(Panel.Curves curves) {
    var series = new JsonArray();
    curves
        .series()
        .forEach(
            (label, heights) -> series.add(JsonObject.of("label", label, "y", array(heights))));
    return JsonObject.of("x", array(curves.x()), "series", series);
  }

  private static JsonArray array(double[] values) {
    var array = new JsonArray();
    Arrays.stream(values).forEach(array::add);
    return array;
  }
}
