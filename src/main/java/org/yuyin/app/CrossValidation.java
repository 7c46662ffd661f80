package org.yuyin.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.Evaluation;
import org.yuyin.evaluation.Evaluator;
import org.yuyin.model.Recipe;
import org.yuyin.storage.Sha256;
import org.yuyin.training.EpochProbe;
import org.yuyin.training.RunRequest;
import org.yuyin.training.TrainingListener;
import org.yuyin.training.TrainingTask;

/**
 * Trains and tests a method on every fold, for several seeds, beside a control trained on shuffled
 * pairs. Folds are trained side by side, one core each, which for small data is faster than one
 * after the other on all cores. What was trained and tested before is not done again, so a command
 * that was killed continues when it is repeated.
 */
final class CrossValidation {
  private static final int MOST_WORKERS = 8;
  private static final int SERIES_DIGITS = 16;

  private final TrainingDesk desk;
  private final DatasetInfo info;
  private final Recipe<?> recipe;
  private final String series;

  /**
   * A cross-validation.
   *
   * @param folding how the folds were made: what tells two series of the same recipe apart
   */
  CrossValidation(TrainingDesk desk, DatasetInfo info, Recipe<?> recipe, String folding) {
    this.desk = desk;
    this.info = info;
    this.recipe = recipe;
    this.series = series(info, recipe, folding);
  }

  /** What belongs together, and what may be taken over from an earlier command. */
  private static String series(DatasetInfo info, Recipe<?> recipe, String folding) {
    var told =
        String.join(
            "|",
            folding,
            "dataset " + info.id(),
            recipe.method().name(),
            recipe.asMap().toString(),
            CodeVersion.current());
    return Sha256.of(told).substring(0, SERIES_DIGITS);
  }

  /**
   * One training.
   *
   * @param snapshot with the fold as its test split
   */
  record Part(long seed, int fold, int folds, boolean shuffled, Snapshot snapshot) {}

  /**
   * What came of a part.
   *
   * @param run that was trained
   * @param evaluation on the part's test split
   */
  record Result(long run, Evaluation evaluation) {}

  /**
   * Trains and tests whatever of the parts is still to do.
   *
   * @return by part; fewer than asked for when it was stopped
   */
  Map<Part, Result> run(List<Part> parts) {
    var runs = new HashMap<Part, Long>();
    var left = new ArrayList<Part>();
    var earlier = desk.runs().ofSeries(series).await();
    for (var part : parts) {
      var known = earlier.stream().filter(run -> isOf(run, part)).findFirst();
      known.ifPresent(run -> runs.put(part, run.id()));
      if (known.isEmpty() || !known.get().finished()) {
        left.add(part);
      } else {
        desk.checkpoints().delete(known.get().id()); // in case it was killed before it did so
      }
    }
    if (left.size() < parts.size()) {
      desk.console()
          .say("%d of %d were done before".formatted(parts.size() - left.size(), parts.size()));
    }
    trainAll(left, runs);
    return results(parts, runs);
  }

  private static boolean isOf(org.yuyin.training.RunRepository.SeriesRun run, Part part) {
    return run.seed() == part.seed()
        && run.fold() == part.fold()
        && run.shuffled() == part.shuffled();
  }

  private void trainAll(List<Part> parts, Map<Part, Long> runs) {
    if (parts.isEmpty()) {
      return;
    }
    for (var part : parts) {
      runs.computeIfAbsent(part, this::create);
    }
    var failed = new AtomicBoolean();
    var done = new AtomicInteger();
    try (var progress = new ProgressLine("trainings");
        var workers = Executors.newFixedThreadPool(workers(parts.size()))) {
      var waiting = new ArrayList<Future<?>>();
      for (var part : parts) {
        long run = java.util.Objects.requireNonNull(runs.get(part));
        waiting.add(
            workers.submit(
                () -> {
                  if (!failed.get() && !desk.stop().getAsBoolean()) {
                    trainOne(part, run, failed);
                    progress.at(done.incrementAndGet(), parts.size());
                  }
                }));
      }
      waitFor(waiting, failed);
    }
  }

  private long create(Part part) {
    return desk.training()
        .create(
            RunRequest.of(info.id(), recipe, part.seed(), part.shuffled())
                .in(new RunRequest.SeriesPart(series, part.fold(), part.folds())));
  }

  private static int workers(int parts) {
    return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, Math.min(MOST_WORKERS, parts));
  }

  private void trainOne(Part part, long run, AtomicBoolean failed) {
    var task = new TrainingTask(recipe, part.snapshot(), part.seed(), part.shuffled());
    desk.training()
        .train(
            run,
            task,
            new TrainingListener() {},
            EpochProbe.NONE,
            () -> failed.get() || desk.stop().getAsBoolean(),
            encoder ->
                desk.evaluations()
                    .save(run, Split.TEST, Evaluator.inDetail(encoder, part.snapshot(), Split.TEST))
                    .await());
    if (!failed.get() && !desk.stop().getAsBoolean()) {
      // Its numbers are what it was for; thirty models would fill gigabytes.
      desk.checkpoints().delete(run);
    }
  }

  private static void waitFor(List<Future<?>> waiting, AtomicBoolean failed) {
    RuntimeException first = null;
    for (var future : waiting) {
      try {
        future.get();
      } catch (ExecutionException e) {
        failed.set(true);
        if (first == null && e.getCause() instanceof RuntimeException cause) {
          first = cause;
        }
      } catch (InterruptedException e) {
        failed.set(true);
        Thread.currentThread().interrupt();
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private Map<Part, Result> results(List<Part> parts, Map<Part, Long> runs) {
    var byRun = desk.evaluations().find(runs.values(), Split.TEST).await();
    var found = new HashMap<Part, Result>();
    for (var part : parts) {
      var run = runs.get(part);
      var evaluation = run == null ? null : byRun.get(run);
      if (run != null && evaluation != null) {
        found.put(part, new Result(run, evaluation));
      }
    }
    return found;
  }
}
