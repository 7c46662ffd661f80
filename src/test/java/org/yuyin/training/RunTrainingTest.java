package org.yuyin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.feature.Modality;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;
import org.yuyin.model.TestSnapshots;
import org.yuyin.storage.InputException;
import org.yuyin.storage.PostgresExtension;

class RunTrainingTest {
  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final String MAKE_DATASET =
      """
      INSERT INTO dataset (name, version, content_hash, folder, pairs, description)
      SELECT 'related', count(*) + 1, 'h', 'f', 300, '{}' FROM dataset RETURNING id
      """;

  private RunRepository runs;
  private RunView view;
  private Checkpoints checkpoints;
  private RunTraining training;
  private long dataset;

  @BeforeEach
  void open() {
    runs = new RunRepository(postgres.pool());
    view = new RunView(postgres.pool());
    checkpoints = new Checkpoints(postgres.folder(), Methods.standard());
    training = new RunTraining(runs, checkpoints, DeviceChoice.best(), "test");
    dataset = postgres.pool().query(MAKE_DATASET).execute().await().iterator().next().getLong("id");
  }

  @Test
  void aRunKeepsItsCurveItsBestEpochAndItsModel() {
    var request = request(1);
    long run = training.create(request);
    var told = new ArrayList<EpochResult>();
    var handed = new ArrayList<Integer>();
    training.train(
        run,
        task(1),
        new TrainingListener() {
          @Override
          public void epochDone(EpochResult result) {
            told.add(result);
          }
        },
        EpochProbe.NONE,
        () -> false,
        encoder -> handed.add(encoder.width()));

    var card = view.run(run).await().orElseThrow();
    var curve = view.curve(run, 0).await();
    assertThat(card.state()).isEqualTo("finished");
    assertThat(card.device()).isPresent();
    assertThat(curve).hasSize(6);
    assertThat(curve.stream().map(CurvePoint::evaluationLoss).toList())
        .isEqualTo(told.stream().map(EpochResult::evaluationLoss).toList());
    assertThat(card.bestLoss())
        .hasValue(told.stream().mapToDouble(EpochResult::evaluationLoss).min().orElseThrow());
    assertThat(handed).containsExactly(8);
    assertThat(runs.unfinished(request).await()).isEmpty();
    try (var encoder = checkpoints.load(run, DeviceChoice.best())) {
      assertThat(encoder.width()).isEqualTo(8);
    }
  }

  @Test
  void theSameRequestFindsTheRunThatWasNotFinishedAndContinuesIt() {
    long whole = training.create(request(1));
    train(whole, () -> false);
    var request = request(1);
    long run = training.create(request);
    var batches = new int[1];
    train(run, () -> batches[0]++ >= 8);
    assertThat(view.run(run).await().orElseThrow().state()).isEqualTo("cancelled");
    assertThat(runs.unfinished(request).await()).hasValue(run);
    assertThat(runs.unfinished(request(2)).await()).isEmpty();

    train(run, () -> false);

    assertThat(losses(run)).isEqualTo(losses(whole));
    assertThat(view.run(run).await().orElseThrow().state()).isEqualTo("finished");
  }

  @Test
  void whoeverTakesARunOverShutsItsFormerOwnerOut() {
    long run = training.create(request(1));
    long former = runs.take(run, "cpu", "test").await();
    long owner = runs.take(run, "cpu", "test").await();
    var point = new EpochResult(1, 2, 3, Map.of("train nce", 1.5), 0.5, 100, true);

    runs.recordEpoch(run, owner, point).await();
    assertThatThrownBy(() -> runs.recordEpoch(run, former, point).await())
        .isInstanceOf(RunTakenOverException.class);
    assertThatThrownBy(() -> runs.heartbeat(run, former).await())
        .isInstanceOf(RunTakenOverException.class);
    assertThatThrownBy(() -> runs.end(run, former, "failed", "late").await())
        .isInstanceOf(RunTakenOverException.class);

    runs.forgetEpochsAfter(run, former, 0).await();
    assertThat(view.curve(run, 0).await()).hasSize(1);
    assertThat(view.run(run).await().orElseThrow().state()).isEqualTo("running");
  }

  @Test
  void aRunIsTrainedByOneProcessAtATime() {
    long run = training.create(request(1));
    try (var owner = RunOwnership.take(runs, run, "cpu", "test")) {
      assertThatThrownBy(() -> train(run, () -> false))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("being trained by another process");
      owner.end("cancelled", null);
    }
    assertThat(train(run, () -> false).finished()).isTrue();
  }

  @Test
  void aRequestToStopReachesTheTrainer() {
    long run = training.create(request(Map.of("epochs", "100000"), 1));
    var task = task(Map.of("epochs", "100000"), 1);
    var asked = new boolean[1];
    var outcome =
        training.train(
            run,
            task,
            new TrainingListener() {
              @Override
              public void epochDone(EpochResult result) {
                asked[0] |= runs.askToStop(run).await();
              }
            },
            EpochProbe.NONE,
            () -> false,
            encoder -> {});

    assertThat(asked[0]).isTrue();
    assertThat(outcome.finished()).isFalse();
    assertThat(view.run(run).await().orElseThrow().state()).isEqualTo("cancelled");
    assertThat(runs.askToStop(run).await()).isFalse();
  }

  @Test
  void aDivergedRunFailsWithItsReasonAndIsNotContinued() {
    var request = request(1);
    long run = training.create(request);
    var broken =
        new TrainingTask(
            recipe(Map.of()),
            TestSnapshots.times(TestSnapshots.related(300, 3), Modality.VIDEO, Float.MAX_VALUE),
            1,
            false);

    assertThatThrownBy(() -> train(run, broken, () -> false))
        .isInstanceOf(TrainingDivergedException.class);

    var card = view.run(run).await().orElseThrow();
    assertThat(card.state()).isEqualTo("failed");
    assertThat(card.error()).hasValueSatisfying(why -> assertThat(why).contains("diverged"));
    assertThat(runs.unfinished(request).await()).isEmpty();
  }

  @Test
  void aMendableProblemLeavesTheRunReadyToGoOn() {
    var request = request(1);
    long run = training.create(request);
    assertThatThrownBy(
            () ->
                training.train(
                    run,
                    task(1),
                    new TrainingListener() {},
                    EpochProbe.NONE,
                    () -> false,
                    encoder -> {
                      throw new InputException("the disk is full");
                    }))
        .hasMessage("the disk is full");
    assertThat(view.run(run).await().orElseThrow().error()).hasValue("the disk is full");
    assertThat(runs.unfinished(request).await()).hasValue(run);

    assertThat(train(run, () -> false).finished()).isTrue();
    assertThat(view.run(run).await().orElseThrow().error()).isEmpty();
  }

  @Test
  void whatAKilledProcessWasWritingGoesWhenItsRunGoesOnAndWhenItIsDeleted() throws IOException {
    long run = training.create(request(1));
    var batches = new int[1];
    train(run, () -> batches[0]++ >= 8);
    var folder = postgres.folder().runs().resolve(Long.toString(run));
    var half = folder.resolve(".last.safetensors.0a1b.tmp");
    Files.writeString(half, "half a checkpoint");
    assertThat(train(run, () -> false).finished()).isTrue();
    assertThat(half).doesNotExist();

    Files.writeString(half, "half a checkpoint");
    checkpoints.delete(run);
    assertThat(folder).doesNotExist();
    checkpoints.delete(run);
  }

  private TrainingOutcome train(long run, BooleanSupplier stop) {
    return train(run, task(1), stop);
  }

  private TrainingOutcome train(long run, TrainingTask task, BooleanSupplier stop) {
    return training.train(
        run, task, new TrainingListener() {}, EpochProbe.NONE, stop, encoder -> {});
  }

  private List<Double> losses(long run) {
    return view.curve(run, 0).await().stream()
        .flatMap(point -> List.of(point.trainLoss(), point.evaluationLoss()).stream())
        .toList();
  }

  private RunRequest request(long seed) {
    return request(Map.of(), seed);
  }

  private RunRequest request(Map<String, String> changes, long seed) {
    return RunRequest.of(dataset, recipe(changes), seed, false);
  }

  private static TrainingTask task(long seed) {
    return task(Map.of(), seed);
  }

  private static TrainingTask task(Map<String, String> changes, long seed) {
    return new TrainingTask(recipe(changes), TestSnapshots.related(300, 3), seed, false);
  }

  private static Recipe<?> recipe(Map<String, String> changes) {
    var all =
        new HashMap<>(
            Map.of("embedding", "24", "hidden", "16", "width", "8", "batch", "40", "epochs", "6"));
    all.putAll(changes);
    return Recipe.of(Methods.standard().named("yuyin"), all);
  }
}
