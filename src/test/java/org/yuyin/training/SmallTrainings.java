package org.yuyin.training;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.dataset.synthetic.SyntheticDataset;
import org.yuyin.dataset.synthetic.SyntheticSettings;
import org.yuyin.evaluation.Evaluator;
import org.yuyin.evaluation.Metric;
import org.yuyin.feature.Modality;
import org.yuyin.model.Method;
import org.yuyin.model.Recipe;

/** Trainings of any method that take a second or two. */
final class SmallTrainings {
  /** Sizes that a test can afford, for whichever of these settings a method has. */
  private static final Map<String, String> SIZES =
      Map.ofEntries(
          Map.entry("embedding", "64"),
          Map.entry("hidden", "48"),
          Map.entry("width", "24"),
          Map.entry("outer", "64"),
          Map.entry("inner", "48"),
          Map.entry("videoOuter", "64"),
          Map.entry("videoInner", "48"),
          Map.entry("musicOuter", "64"),
          Map.entry("musicInner", "48"),
          Map.entry("token", "32"),
          Map.entry("batch", "100"),
          Map.entry("learningRate", "0.002"),
          Map.entry("epochs", "12"));

  private static final Map<Modality, Integer> WIDTHS =
      Map.of(Modality.VIDEO, 128, Modality.AUDIO, 96, Modality.EMOTION, 64, Modality.TEXT, 16);

  private SmallTrainings() {}

  /** 2,000 made-up pairs of which 400 are tested on. */
  static Snapshot snapshot() {
    return SyntheticDataset.snapshot(
        "tiny", new SyntheticSettings(2_000, 5, 0.95, 1, 0.5, true), WIDTHS);
  }

  /** The method at a small size. */
  static Recipe<?> recipe(Method<?> method, Map<String, String> changes) {
    var known = Recipe.of(method, Map.of()).asMap().keySet();
    var all = new HashMap<>(SIZES);
    all.keySet().retainAll(known);
    all.putAll(changes);
    return Recipe.of(method, all);
  }

  static TrainingOutcome run(TrainingTask task) {
    return run(task, CheckpointStore.NONE, new TrainingListener() {}, () -> false);
  }

  static TrainingOutcome run(
      TrainingTask task, CheckpointStore store, TrainingListener listener, BooleanSupplier stop) {
    return new Trainer(task, DeviceChoice.best(), store, listener, EpochProbe.NONE, stop).run();
  }

  /** Mean of both directions on the test split. */
  static double recallAt10(TrainingOutcome outcome, Snapshot snapshot) {
    try (var encoder = outcome.encoder(DeviceChoice.best())) {
      var found = Evaluator.evaluate(encoder, snapshot, Split.TEST);
      return (found.videoToMusic().value(Metric.RECALL_AT_10)
              + found.musicToVideo().value(Metric.RECALL_AT_10))
          / 2;
    }
  }
}
