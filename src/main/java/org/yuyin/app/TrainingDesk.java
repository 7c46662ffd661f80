package org.yuyin.app;

import java.util.function.BooleanSupplier;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.EvaluationRepository;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;
import org.yuyin.training.Checkpoints;
import org.yuyin.training.DeviceChoice;
import org.yuyin.training.RunCard;
import org.yuyin.training.RunRepository;
import org.yuyin.training.RunRequest;
import org.yuyin.training.RunTraining;
import org.yuyin.training.TrainingOutcome;
import org.yuyin.training.TrainingTask;

/** What every way of training needs, gathered once for a command. */
final class TrainingDesk {
  private final RunRepository runs;
  private final EvaluationRepository evaluations;
  private final Checkpoints checkpoints;
  private final DeviceChoice device = DeviceChoice.best();
  private final EvaluatedTraining training;
  private final BooleanSupplier stop;
  private final TrainingConsole console;

  TrainingDesk(Studio studio, BooleanSupplier stop, TrainingConsole console) {
    var pool = studio.database().pool();
    runs = new RunRepository(pool);
    evaluations = new EvaluationRepository(pool);
    checkpoints = new Checkpoints(studio.folder(), Methods.standard());
    training = new EvaluatedTraining(studio, device);
    this.stop = stop;
    this.console = console;
  }

  RunRepository runs() {
    return runs;
  }

  EvaluationRepository evaluations() {
    return evaluations;
  }

  Checkpoints checkpoints() {
    return checkpoints;
  }

  RunTraining training() {
    return training.training();
  }

  BooleanSupplier stop() {
    return stop;
  }

  TrainingConsole console() {
    return console;
  }

  /** What is about to happen, in three lines. */
  void announce(DatasetInfo info, Snapshot snapshot, Recipe<?> recipe, String more) {
    console.say(
        "dataset %s: %,d pairs to learn from, %,d to watch, %,d to test%s"
            .formatted(
                info.label(),
                snapshot.rowsOf(Split.TRAIN).length,
                snapshot.rowsOf(Split.EVALUATION).length,
                snapshot.rowsOf(Split.TEST).length,
                info.synthetic() ? " (synthetic)" : ""));
    var changes = recipe.changes();
    console.say(
        "method %s, %s%s"
            .formatted(
                recipe.method().name(),
                changes.isEmpty() ? "its usual settings" : "with " + changes,
                more));
    announceDevice();
  }

  private void announceDevice() {
    console.say("computing on " + device);
    if (device.toString().startsWith("cpu")
        && !"PASSIVE".equalsIgnoreCase(System.getenv("OMP_WAIT_POLICY"))) {
      console.say(
          "note: OMP_WAIT_POLICY is not PASSIVE; as soon as anything else uses the processor,"
              + " training may be ten times slower (scripts/yuyin sets it)");
    }
  }

  /**
   * Trains a run, evaluates it on the test split where the dataset has one, and keeps both.
   *
   * @return how the training ended
   */
  TrainingOutcome train(long run, TrainingTask task) {
    return training.train(run, task, console, stop);
  }

  /** A run as it is stored. */
  RunCard card(long run) {
    return training.card(run);
  }

  /** What a stored run is to learn, outside of cross-validations. */
  TrainingTask task(RunCard card) {
    return training.task(card);
  }

  /** The unfinished run of the same request, or a new one; says which. */
  long runFor(RunRequest request) {
    var earlier = runs.unfinished(request).await();
    if (earlier.isPresent()) {
      console.say(
          "run %d of the same dataset, method, settings and seed was not finished and is continued"
              .formatted(earlier.get()));
      return earlier.get();
    }
    long run = training.training().create(request);
    console.say("run " + run);
    return run;
  }
}
