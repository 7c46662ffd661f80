package org.yuyin.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.Evaluation;
import org.yuyin.evaluation.EvaluationRepository;
import org.yuyin.evaluation.MetricsTable;
import org.yuyin.evaluation.TextTable;
import org.yuyin.storage.InputException;
import org.yuyin.training.CurvePoint;
import org.yuyin.training.RunCard;
import org.yuyin.training.RunView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yuyin runs show RUN}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show settings, learning curve and evaluation of a run.")
final class RunsShowCommand implements Runnable {
  private static final int CURVE_LINES = 20;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Parameters(paramLabel = "RUN", description = "Its number.")
  private long id;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var studio = Studio.open(options)) {
      var view = new RunView(studio.database().pool());
      var run =
          view.run(id)
              .await()
              .orElseThrow(
                  () -> new InputException("there is no run %d; see: runs list".formatted(id)));
      var curve = view.curve(id, 0).await();
      var evaluation =
          new EvaluationRepository(studio.database().pool()).find(id, Split.TEST).await();
      Output.of(spec).print(json ? json(run, curve, evaluation) : text(run, curve, evaluation));
    }
  }

  private static String text(RunCard run, List<CurvePoint> curve, Optional<Evaluation> evaluation) {
    return "Run %d: %s on %s, seed %d, %s%s%n%n%s%n%s%n%s"
        .formatted(
            run.id(),
            RunText.what(run),
            RunText.dataset(run),
            run.seed(),
            RunText.state(run),
            run.error().map(error -> ": " + error).orElse(""),
            settings(run),
            curve(curve),
            evaluation.map(MetricsTable::of).orElse(""));
  }

  private static String settings(RunCard run) {
    var table = new TextTable("setting", "value").words(1);
    run.settings().forEach(entry -> table.add(entry.getKey(), String.valueOf(entry.getValue())));
    return table.toString();
  }

  /** A long curve is thinned evenly; the last epoch always stands. */
  private static String curve(List<CurvePoint> curve) {
    var table = new TextTable("epoch", "training loss", "evaluation loss");
    int step = Math.max(1, curve.size() / CURVE_LINES);
    for (int at = 0; at < curve.size(); at++) {
      if (at % step == 0 || at == curve.size() - 1) {
        var point = curve.get(at);
        table.add(
            Integer.toString(point.epoch()),
            String.format(Locale.ROOT, "%.4f", point.trainLoss()),
            String.format(Locale.ROOT, "%.4f", point.evaluationLoss()));
      }
    }
    return table.toString();
  }

  private static String json(RunCard run, List<CurvePoint> curve, Optional<Evaluation> evaluation) {
    var points = new JsonArray();
    curve.forEach(
        it ->
            points.add(
                JsonObject.of(
                    "epoch", it.epoch(),
                    "trainLoss", it.trainLoss(),
                    "evaluationLoss", it.evaluationLoss(),
                    "parts", it.parts(),
                    "seconds", it.seconds())));
    var result = RunText.json(run).put("curve", points);
    evaluation.ifPresent(
        it ->
            result
                .put("videoToMusic", it.videoToMusic().toJson())
                .put("musicToVideo", it.musicToVideo().toJson()));
    return result.encodePrettily();
  }
}
