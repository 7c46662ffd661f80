package org.yuyin.app;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.Evaluation;
import org.yuyin.evaluation.Metric;
import org.yuyin.evaluation.MetricsTable;
import org.yuyin.evaluation.PooledEvaluation;

/** The outcome of a cross-validation beside the random line and the shuffled control. */
final class CrossValidationTable {
  private final String method;
  private final List<Long> seeds;
  private final List<Boolean> controls;
  private final Map<CrossValidation.Part, CrossValidation.Result> found;

  CrossValidationTable(
      String method,
      List<Long> seeds,
      List<Boolean> controls,
      Map<CrossValidation.Part, CrossValidation.Result> found) {
    this.method = method;
    this.seeds = seeds;
    this.controls = controls;
    this.found = found;
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (var direction : Direction.values()) {
      var lines = new ArrayList<MetricsTable.Line>();
      for (var control : controls) {
        lines.add(new MetricsTable.Line(name(control), pooled(control, direction)));
      }
      text.append(direction == Direction.VIDEO_TO_MUSIC ? "Video to music" : "Music to video")
          .append(": ")
          .append(MetricsTable.compare(lines))
          .append(System.lineSeparator());
    }
    return text.toString();
  }

  /** One object for each line and direction, shares in [0, 1]. */
  List<JsonObject> toJson() {
    var objects = new ArrayList<JsonObject>();
    for (var direction : Direction.values()) {
      for (var control : controls) {
        var pooled = pooled(control, direction);
        var metrics = new JsonObject();
        for (var metric : Metric.values()) {
          var spread = pooled.spread(metric);
          metrics.put(
              metric.key(),
              JsonObject.of(
                  "mean", spread.mean(),
                  "deviation", spread.deviation(),
                  "random", pooled.random(metric)));
        }
        objects.add(
            JsonObject.of(
                "method", name(control),
                "direction", direction.key(),
                "seeds", pooled.seeds(),
                "folds", pooled.folds(),
                "pool", pooled.pool(),
                "metrics", metrics));
      }
    }
    return objects;
  }

  private String name(boolean control) {
    return control ? method + ", shuffled pairs" : method;
  }

  private PooledEvaluation pooled(boolean control, Direction direction) {
    var bySeed = seeds.stream().map(seed -> evaluations(seed, control)).toList();
    return PooledEvaluation.of(bySeed, direction);
  }

  private List<Evaluation> evaluations(long seed, boolean control) {
    return found.entrySet().stream()
        .filter(entry -> entry.getKey().seed() == seed && entry.getKey().shuffled() == control)
        .sorted(Comparator.comparingInt(entry -> entry.getKey().fold()))
        .map(entry -> entry.getValue().evaluation())
        .toList();
  }
}
