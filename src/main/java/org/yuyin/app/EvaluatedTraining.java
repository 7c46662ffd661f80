package org.yuyin.app;

import java.util.function.BooleanSupplier;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.EvaluationRepository;
import org.yuyin.evaluation.Evaluator;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;
import org.yuyin.storage.InputException;
import org.yuyin.training.Checkpoints;
import org.yuyin.training.DeviceChoice;
import org.yuyin.training.RunCard;
import org.yuyin.training.RunRepository;
import org.yuyin.training.RunTraining;
import org.yuyin.training.RunView;
import org.yuyin.training.TrainingListener;
import org.yuyin.training.TrainingOutcome;
import org.yuyin.training.TrainingTask;

/** Trains runs and measures them on the test split, so that a finished run has its numbers. */
final class EvaluatedTraining {
  private final Studio studio;
  private final EvaluationRepository evaluations;
  private final RunTraining training;

  EvaluatedTraining(Studio studio, DeviceChoice device) {
    this.studio = studio;
    var pool = studio.database().pool();
    evaluations = new EvaluationRepository(pool);
    training =
        new RunTraining(
            new RunRepository(pool),
            new Checkpoints(studio.folder(), Methods.standard()),
            device,
            CodeVersion.current());
  }

  RunTraining training() {
    return training;
  }

  /** Trains a run from where it stands; evaluates where the dataset has a test split. */
  TrainingOutcome train(
      long run, TrainingTask task, TrainingListener listener, BooleanSupplier stop) {
    return training.train(
        run,
        task,
        listener,
        new RecallProbe(),
        stop,
        encoder -> {
          if (task.snapshot().rowsOf(Split.TEST).length > 0) {
            evaluations
                .save(run, Split.TEST, Evaluator.inDetail(encoder, task.snapshot(), Split.TEST))
                .await();
          }
        });
  }

  /** A run as it is stored. */
  RunCard card(long run) {
    return new RunView(studio.database().pool())
        .run(run)
        .await()
        .orElseThrow(() -> new InputException("there is no run %d; see: runs list".formatted(run)));
  }

  /** What a stored run is to learn, outside of cross-validations. */
  TrainingTask task(RunCard card) {
    var info = studio.datasets().find(card.dataset() + "@" + card.datasetVersion());
    var recipe = Recipe.stored(Methods.standard().named(card.method()), card.settings().getMap());
    return new TrainingTask(recipe, studio.datasets().open(info), card.seed(), card.shuffled());
  }
}
