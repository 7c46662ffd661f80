package org.yuyin.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.MetricsTable;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;
import org.yuyin.storage.InputException;
import org.yuyin.training.RunRequest;
import org.yuyin.training.TrainingTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code yuyin train}. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Train a method on a dataset and evaluate it on the test split, or by cross-validation.",
      "Stopped or killed, the same command continues the run that it finds unfinished."
    })
final class TrainCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Option(names = "--dataset", paramLabel = "NAME", description = "Name, or NAME@VERSION.")
  private @Nullable String dataset;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      defaultValue = "yuyin",
      description = "See: methods (default: ${DEFAULT-VALUE}).")
  private String method = "yuyin";

  @Option(
      names = "--seed",
      defaultValue = "0",
      description = "First seed (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many seeds, one after the other (default: ${DEFAULT-VALUE}).")
  private int seeds = 1;

  @Option(names = "--epochs", paramLabel = "N", description = "The same as --set epochs=N.")
  private @Nullable Integer epochs;

  @Option(
      names = "--folds",
      paramLabel = "K",
      description = "Cross-validation, grouped by track and stratified by category.")
  private @Nullable Integer folds;

  @Option(
      names = "--folds-file",
      paramLabel = "FILE.csv",
      description = "Cross-validation with these folds.")
  private @Nullable Path foldsFile;

  @Option(
      names = "--no-control",
      description = "Cross-validation without the control that is trained on shuffled pairs.")
  private boolean noControl;

  @Option(
      names = "--shuffled",
      description = "The control: train on pairs whose music was shuffled, test on true ones.")
  private boolean shuffled;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting of the method; see: methods.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(names = "--resume", paramLabel = "RUN", description = "Continue that run.")
  private @Nullable Long resume;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (seeds < 1) {
      throw new InputException("--seeds must be at least 1, got " + seeds);
    }
    var console = new TrainingConsole(Objects.requireNonNull(spec).commandLine().getErr());
    try (var stop = new StopOnInterrupt(() -> console.say("stopping after this batch ..."));
        var studio = Studio.open(options)) {
      var desk = new TrainingDesk(studio, stop, console);
      if (resume != null) {
        return resumed(studio, desk, resume);
      }
      if (dataset == null) {
        throw new InputException("which dataset? give --dataset NAME; see: dataset list");
      }
      var info = studio.datasets().find(dataset);
      var snapshot = studio.datasets().open(info);
      var recipe = Recipe.of(Methods.standard().named(method), changes());
      return folds == null && foldsFile == null
          ? plain(desk, info, snapshot, recipe)
          : crossValidated(desk, info, snapshot, recipe);
    }
  }

  private Map<String, String> changes() {
    var changes = new LinkedHashMap<>(set);
    if (epochs != null) {
      changes.put("epochs", epochs.toString());
    }
    return changes;
  }

  private Integer resumed(Studio studio, TrainingDesk desk, long run) {
    var card = desk.card(run);
    if (card.finished() || card.fold().isPresent()) {
      throw new InputException(
          card.finished()
              ? "run %d is finished; there is nothing to continue".formatted(run)
              : "run %d belongs to a cross-validation; give that command again".formatted(run));
    }
    var info = studio.datasets().find(card.dataset() + "@" + card.datasetVersion());
    var task = desk.task(card);
    desk.announce(info, task.snapshot(), task.recipe(), "");
    return report(desk, run, desk.train(run, task).finished());
  }

  private Integer plain(TrainingDesk desk, DatasetInfo info, Snapshot snapshot, Recipe<?> recipe) {
    desk.announce(info, snapshot, recipe, shuffled ? ", on shuffled pairs" : "");
    for (long one = seed; one < seed + seeds; one++) {
      long run = desk.runFor(RunRequest.of(info.id(), recipe, one, shuffled));
      var outcome = desk.train(run, new TrainingTask(recipe, snapshot, one, shuffled));
      if (report(desk, run, outcome.finished()) != Main.DONE) {
        return Main.FAILED;
      }
    }
    return Main.DONE;
  }

  private Integer report(TrainingDesk desk, long run, boolean finished) {
    if (!finished) {
      desk.console().say("run %d is stopped; give the same command to continue".formatted(run));
      return Main.FAILED;
    }
    var evaluation = desk.evaluations().find(run, Split.TEST).await();
    var text =
        evaluation
            .map(MetricsTable::of)
            .orElse("the dataset has no test split, so nothing was evaluated");
    var output = Output.of(spec);
    if (json) {
      var result = JsonObject.of("run", run);
      evaluation.ifPresent(
          it ->
              result
                  .put("videoToMusic", it.videoToMusic().toJson())
                  .put("musicToVideo", it.musicToVideo().toJson()));
      output.print(result.encodePrettily());
    } else {
      output.print("Run %d%n%s".formatted(run, text));
    }
    return Main.DONE;
  }

  private Integer crossValidated(
      TrainingDesk desk, DatasetInfo info, Snapshot snapshot, Recipe<?> recipe) {
    var allSeeds = LongStream.range(seed, seed + seeds).boxed().toList();
    var controls = noControl ? List.of(shuffled) : List.of(false, true);
    var folding = new Folding(folds, foldsFile);
    var parts = new ArrayList<CrossValidation.Part>();
    for (long one : allSeeds) {
      var views = folding.of(snapshot, one);
      for (int fold = 0; fold < views.size(); fold++) {
        for (var control : controls) {
          parts.add(new CrossValidation.Part(one, fold, views.size(), control, views.get(fold)));
        }
      }
    }
    desk.announce(
        info, parts.getFirst().snapshot(), recipe, ", %,d trainings".formatted(parts.size()));
    var found = new CrossValidation(desk, info, recipe, folding.name()).run(parts);
    if (found.size() < parts.size()) {
      desk.console().say("stopped; give the same command to continue");
      return Main.FAILED;
    }
    var table = new CrossValidationTable(method, allSeeds, controls, found);
    Output.of(spec).print(json ? new JsonArray(table.toJson()).encodePrettily() : table.toString());
    return Main.DONE;
  }
}
