package org.yuyin.evaluation.table;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.yuyin.evaluation.Direction;

/** Everything, with what is needed to do it again. */
final class JsonFormat implements TableFormat {
  @Override
  public String extension() {
    return "json";
  }

  @Override
  public String write(Comparison comparison) {
    var setting = comparison.setting();
    var lines = new JsonArray();
    comparison.lines().forEach(line -> lines.add(line(comparison, line)));
    var json =
        new JsonObject()
            .put("title", comparison.title())
            .put("dataset", setting.dataset())
            .put("contentHash", setting.contentHash())
            .put("synthetic", setting.synthetic())
            .put("seeds", new JsonArray(setting.seeds()))
            .put("folds", setting.folds())
            .put("pool", setting.pool())
            .put("tracks", setting.tracks())
            .put("reference", setting.reference())
            .put("codeVersion", setting.codeVersion())
            .put("lines", lines);
    return json.encodePrettily() + "\n";
  }

  private static JsonObject line(Comparison comparison, Comparison.Line line) {
    var json =
        JsonObject.of(
            "label", line.label(),
            "method", line.method(),
            "settings", new JsonObject(line.settings()));
    for (var direction : Direction.values()) {
      var metrics = new JsonObject();
      for (var metric : comparison.metrics()) {
        var cell = line.cell(direction, metric);
        var value =
            JsonObject.of(
                "mean", cell.interval().value(),
                "deviation", cell.deviation(),
                "low", cell.interval().low(),
                "high", cell.interval().high(),
                "random", comparison.random(direction, metric));
        cell.against()
            .ifPresent(it -> value.put("referenceGain", it.gain().value()).put("p", it.p()));
        metrics.put(metric.key(), value);
      }
      json.put(direction.key(), metrics);
    }
    return json;
  }
}
