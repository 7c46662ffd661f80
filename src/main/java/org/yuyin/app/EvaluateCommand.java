package org.yuyin.app;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.EvaluationRepository;
import org.yuyin.evaluation.Evaluator;
import org.yuyin.evaluation.GradedEvaluation;
import org.yuyin.evaluation.MetricsTable;
import org.yuyin.model.Methods;
import org.yuyin.storage.InputException;
import org.yuyin.training.Checkpoints;
import org.yuyin.training.DeviceChoice;
import org.yuyin.training.RunView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code yuyin evaluate --run RUN}. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Evaluate the model of a run on a split of its dataset, both ways, and keep it.")
final class EvaluateCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Option(names = "--run", paramLabel = "RUN", required = true, description = "Its number.")
  private long id;

  @Option(
      names = "--split",
      defaultValue = "test",
      description = "train, evaluation or test (default: ${DEFAULT-VALUE}).")
  private String split = "test";

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    var which = Split.parse(split);
    try (var studio = Studio.open(options)) {
      var pool = studio.database().pool();
      var run =
          new RunView(pool)
              .run(id)
              .await()
              .orElseThrow(
                  () -> new InputException("there is no run %d; see: runs list".formatted(id)));
      var info = studio.datasets().find(run.dataset() + "@" + run.datasetVersion());
      var snapshot = studio.datasets().open(info);
      if (snapshot.rowsOf(which).length == 0) {
        throw new InputException("dataset %s has no %s split".formatted(info.label(), which.key()));
      }
      var checkpoints = new Checkpoints(studio.folder(), Methods.standard());
      try (var encoder = checkpoints.load(id, DeviceChoice.best())) {
        var detailed = Evaluator.inDetail(encoder, snapshot, which);
        new EvaluationRepository(pool).save(id, which, detailed).await();
        var evaluation = detailed.summary();
        var judged = VerdictScore.of(studio, id);
        Output.of(spec)
            .print(
                json
                    ? JsonObject.of(
                            "run", id,
                            "split", which.key(),
                            "videoToMusic", evaluation.videoToMusic().toJson(),
                            "musicToVideo", evaluation.musicToVideo().toJson(),
                            "verdicts", judged.map(GradedEvaluation::toJson).orElse(null))
                        .encodePrettily()
                    : MetricsTable.of(evaluation) + judged.map(VerdictScore::text).orElse(""));
      }
    }
  }
}
