package org.yuyin.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yuyin.catalogue.FolderSources;
import org.yuyin.catalogue.IngestSource;
import org.yuyin.catalogue.ManifestSources;
import org.yuyin.catalogue.synthetic.DemoCatalogue;
import org.yuyin.catalogue.synthetic.DemoSettings;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.DatasetRequest;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.MetricsTable;
import org.yuyin.feature.picture.InceptionSetup;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;
import org.yuyin.retrieval.PoolItem;
import org.yuyin.retrieval.ServingModel.Wish;
import org.yuyin.retrieval.ServingRepository;
import org.yuyin.storage.InputException;
import org.yuyin.training.RunCard;
import org.yuyin.training.RunRequest;
import org.yuyin.training.RunView;
import org.yuyin.training.TrainingTask;
import org.yuyin.web.WebSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code yuyin demo}: the whole way, from ads to recommended music, then the pages. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Set everything up and go the whole way: ads, features, training, evaluation, recommended"
          + " music for a new video; then serve the pages.",
      "Without ads at hand a small synthetic catalogue is made. What is done is not done again."
    })
final class DemoCommand implements Callable<Integer> {
  private static final int TOP = 10;
  private static final int RUNS_LOOKED_AT = 200;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();
  @ArgGroup private @Nullable Where where;

  @Option(
      names = "--name",
      defaultValue = "demo",
      description = "What to call the dataset (default: ${DEFAULT-VALUE}).")
  private String name = "demo";

  @Option(names = "--port", defaultValue = "8080", description = "Default: ${DEFAULT-VALUE}.")
  private int port = WebSettings.USUAL_PORT;

  @Option(names = "--exit", description = "End after the recommendation instead of serving.")
  private boolean exit;

  /** Real ads. */
  static final class Where {
    @Option(names = "--media", paramLabel = "DIR", description = "Real ads; category = sub-folder.")
    private @Nullable Path media;

    @Option(names = "--manifest", paramLabel = "FILE.csv", description = "Real ads, see: ingest.")
    private @Nullable Path manifest;
  }

  @Override
  public Integer call() {
    var console = new TrainingConsole(Objects.requireNonNull(spec).commandLine().getErr());
    var output = Output.of(spec);
    var web = WebSettings.at(WebSettings.LOCAL_HOST, port); // a wrong one now, not after the work
    try (var stop = new StopOnInterrupt(() -> console.say("stopping ..."));
        var studio = Studio.open(options)) {
      fetchWeights(studio, console);
      var sources = sources(stop, studio);
      output.print(IngestTable.of(Ingesting.run(stop, studio, name, sources)));
      var info = dataset(stop, studio);
      output.print("\n" + DatasetText.summary(info));
      var run = trained(stop, studio, console, info);
      if (run.isEmpty()) {
        return Main.FAILED;
      }
      output.print("\n" + results(studio, run.get()));
      new ServingRepository(studio.database().pool()).put(run.get()).await();
      output.print("\n" + recommendation(studio, run.get(), info));
      if (!exit) {
        Serving.until(stop, studio, web, output);
      }
      return Main.DONE;
    }
  }

  /** Without npm or a network the demo goes on with a weaker extractor, and says so. */
  private static void fetchWeights(Studio studio, TrainingConsole console) {
    try {
      if (new InceptionSetup().run(studio.folder().models())) {
        console.say("fetched the weights of Inception v3");
      }
    } catch (InputException e) {
      console.say("going on with a weaker picture extractor: " + e.getMessage());
    }
  }

  private List<IngestSource> sources(StopOnInterrupt stop, Studio studio) {
    if (where != null && where.media != null) {
      return FolderSources.in(where.media);
    }
    if (where != null && where.manifest != null) {
      return ManifestSources.in(where.manifest);
    }
    try (var progress = new ProgressLine("making the synthetic demo catalogue")) {
      var manifest =
          stop.duringInterruptible(
              () ->
                  DemoCatalogue.write(
                      demoFolder(studio),
                      DemoSettings.standard(),
                      (done, total, file) -> progress.at(done, total)));
      return ManifestSources.in(manifest);
    }
  }

  private static Path demoFolder(Studio studio) {
    return studio.folder().root().resolve("demo-catalogue");
  }

  private DatasetInfo dataset(StopOnInterrupt stop, Studio studio) {
    var order = DatasetMaking.order(studio, new DatasetRequest(name, name, Map.of(), 0, false));
    try (var progress = new ProgressLine("extracting features")) {
      return stop.duringInterruptible(
              () ->
                  DatasetMaking.builder(studio)
                      .build(order, now -> progress.at(now.done(), now.total())))
          .dataset();
    }
  }

  /** The finished run of the same dataset and settings, or a new one; empty when stopped. */
  private static Optional<Long> trained(
      StopOnInterrupt stop, Studio studio, TrainingConsole console, DatasetInfo info) {
    var recipe = Recipe.of(Methods.standard().named("yuyin"), Map.of());
    var request = RunRequest.of(info.id(), recipe, 0, false);
    var earlier =
        new RunView(studio.database().pool())
            .newest(RUNS_LOOKED_AT, 0).await().stream()
                .filter(run -> isOf(run, info, request))
                .findFirst();
    if (earlier.isPresent()) {
      console.say("run %d was trained on this dataset already".formatted(earlier.get().id()));
      return earlier.map(RunCard::id);
    }
    var desk = new TrainingDesk(studio, stop, console);
    var snapshot = studio.datasets().open(info);
    desk.announce(info, snapshot, recipe, "");
    long run = desk.runFor(request);
    var outcome = desk.train(run, new TrainingTask(recipe, snapshot, 0, false));
    if (!outcome.finished()) {
      console.say("run %d is stopped; give the same command to continue".formatted(run));
      return Optional.empty();
    }
    return Optional.of(run);
  }

  private static boolean isOf(RunCard run, DatasetInfo info, RunRequest request) {
    return run.finished()
        && run.dataset().equals(info.name())
        && run.datasetVersion() == info.version()
        && run.method().equals(request.method())
        && run.settings().equals(request.settings())
        && run.seed() == request.seed()
        && run.fold().isEmpty()
        && !run.shuffled();
  }

  private static String results(Studio studio, long run) {
    return new org.yuyin.evaluation.EvaluationRepository(studio.database().pool())
        .find(run, Split.TEST)
        .await()
        .map(it -> "Run %d on the test split%n%s".formatted(run, MetricsTable.of(it)))
        .orElse("Run %d: the dataset has no test split".formatted(run));
  }

  private String recommendation(Studio studio, long run, DatasetInfo info) {
    try (var model = Recommending.models(studio).open(run)) {
      var video = newVideo(studio, studio.datasets().open(info), model.items());
      var sha256 = Recommending.checked(studio, video.file());
      var ranked =
          model.music(
              Recommending.describer(studio).describe(video.file(), sha256, info),
              Optional.of(sha256),
              Wish.of(TOP));
      return "Music for %s%n%s".formatted(video.name(), RecommendationsText.table(ranked, false));
    }
  }

  /**
   * A video that the model has not learned from.
   *
   * @param name as shown
   */
  private record NewVideo(String name, Path file) {}

  private NewVideo newVideo(Studio studio, Snapshot snapshot, List<PoolItem> items) {
    if (where == null) {
      var file = DemoCatalogue.heldOut(demoFolder(studio)).getFirst();
      return new NewVideo(file.getFileName() + ", which is not in the catalogue", file);
    }
    for (int row : snapshot.rowsOf(Split.TEST)) {
      var track = items.get(row).track();
      if (track.isPresent()) {
        return new NewVideo(
            items.get(row).name() + ", an ad of the test split",
            studio.blobs().path(track.get().sha256()));
      }
    }
    throw new InputException("the dataset has no test ad to recommend music for");
  }
}
