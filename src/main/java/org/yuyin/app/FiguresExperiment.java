package org.yuyin.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.PairedPoints;
import org.yuyin.evaluation.figure.CategoryCounts;
import org.yuyin.evaluation.figure.CategorySample;
import org.yuyin.evaluation.figure.LabelledPoints;
import org.yuyin.evaluation.figure.PairSimilarity;
import org.yuyin.evaluation.figure.Panel;
import org.yuyin.evaluation.figure.Tsne;
import org.yuyin.model.Encoder;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;
import org.yuyin.training.DeviceChoice;
import org.yuyin.training.RunRequest;
import org.yuyin.training.TrainingTask;

/** Makes the paper's figures 2, 5, 6 and 7: trains the models they need, where they are missing. */
final class FiguresExperiment {
  private static final int ITEMS_OF_CATEGORY = 1_000; // as in the paper

  private final TrainingDesk desk;
  private final DatasetInfo info;
  private final Snapshot snapshot;
  private final long seed;
  private final Map<String, String> settings;

  /** Figures of models with these settings in place of the usual ones. */
  FiguresExperiment(
      TrainingDesk desk,
      DatasetInfo info,
      Snapshot snapshot,
      long seed,
      Map<String, String> settings) {
    this.desk = desk;
    this.info = info;
    this.snapshot = snapshot;
    this.seed = seed;
    this.settings = settings;
  }

  /** Every panel; empty when it was stopped, and the same call goes on then. */
  Optional<List<Panel>> run() {
    var panels = new ArrayList<Panel>(CategoryCounts.panels(snapshot.pairs()));
    return added(panels, Map.of(), this::ofYuYin)
            && added(panels, Map.of("useEmotion", "false"), this::withoutEmotion)
            && added(panels, Map.of("alpha", "0"), this::withoutPrediction)
        ? Optional.of(panels)
        : Optional.empty();
  }

  /** False when it was stopped. */
  private boolean added(
      List<Panel> panels, Map<String, String> changes, Function<Encoder, Stream<Panel>> drawn) {
    var all = new LinkedHashMap<>(settings);
    all.putAll(changes);
    var run = trained(Recipe.of(Methods.standard().named("yuyin"), all));
    if (run.isEmpty()) {
      return false;
    }
    try (var encoder = desk.checkpoints().load(run.get(), DeviceChoice.best())) {
      panels.addAll(drawn.apply(encoder).toList());
      return !desk.stop().getAsBoolean();
    }
  }

  private Optional<Long> trained(Recipe<?> recipe) {
    var request = RunRequest.of(info.id(), recipe, seed, false);
    var earlier = desk.runs().finished(request).await();
    if (earlier.isPresent() && desk.checkpoints().has(earlier.get())) {
      return earlier;
    }
    long run = desk.runFor(request);
    var outcome = desk.train(run, new TrainingTask(recipe, snapshot, seed, false));
    return outcome.finished() ? Optional.of(run) : Optional.empty();
  }

  private Stream<Panel> ofYuYin(Encoder encoder) {
    var test = PairedPoints.encode(encoder, snapshot, snapshot.rowsOf(Split.TEST));
    return Stream.concat(
        Stream.of(
            PairSimilarity.panel(
                "figure6", "Similarity of positive and negative pairs", test, seed)),
        Stream.concat(
            music(encoder, "figure5-yuyin", "Music in YuYin"),
            both(encoder, "figure7-yuyin", "Pictures and music in YuYin")));
  }

  private Stream<Panel> withoutEmotion(Encoder encoder) {
    return music(encoder, "figure5-without-emotion", "Music in YuYin w/o E");
  }

  private Stream<Panel> withoutPrediction(Encoder encoder) {
    return both(
        encoder, "figure7-without-prediction", "Pictures and music in YuYin w/o prediction");
  }

  private Stream<Panel> music(Encoder encoder, String name, String title) {
    var rows = sample();
    var categories = categories(rows);
    return laidOut(
        new LabelledPoints(
            PairedPoints.music(encoder, snapshot, rows),
            categories,
            Collections.nCopies(rows.length, "")),
        name,
        title);
  }

  private Stream<Panel> both(Encoder encoder, String name, String title) {
    var rows = sample();
    var categories = categories(rows);
    var points =
        Stream.concat(
                Arrays.stream(PairedPoints.video(encoder, snapshot, rows)),
                Arrays.stream(PairedPoints.music(encoder, snapshot, rows)))
            .toArray(float[][]::new);
    var twice = Stream.concat(categories.stream(), categories.stream()).toList();
    var kinds =
        Stream.concat(
                Collections.nCopies(rows.length, "video").stream(),
                Collections.nCopies(rows.length, "music").stream())
            .toList();
    return laidOut(new LabelledPoints(points, twice, kinds), name, title);
  }

  private Stream<Panel> laidOut(LabelledPoints points, String name, String title) {
    var tsne = Tsne.of(points.points().length, seed);
    try (var progress = new ProgressLine("laying out " + name)) {
      return tsne
          .layOut(
              points.points(), iteration -> progress.at(iteration, tsne.iterations()), desk.stop())
          .map(layout -> (Panel) points.panel(name, title, layout))
          .stream();
    }
  }

  private int[] sample() {
    return CategorySample.rows(snapshot.pairs(), ITEMS_OF_CATEGORY, seed);
  }

  private List<String> categories(int[] rows) {
    return Arrays.stream(rows).mapToObj(row -> snapshot.pairs().get(row).mergedCategory()).toList();
  }
}
