package org.yuyin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.Evaluator;
import org.yuyin.evaluation.Metric;
import org.yuyin.feature.Modality;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;
import org.yuyin.model.TestSnapshots;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.InputException;

class TrainerTest {
  private static final DeviceChoice DEVICE = DeviceChoice.best();
  private static final Map<String, String> SMALL =
      Map.of(
          "embedding", "24", "hidden", "16", "width", "8", "batch", "40", "learningRate", "0.003");

  private final Snapshot snapshot = TestSnapshots.related(300, 3);

  @TempDir Path folder;

  @Test
  void aModelFindsTheRightMusicAndItsControlDoesNot() {
    var task = task(Map.of("epochs", "40"), 1);

    double found = recallAt10(run(task));
    // One control may be lucky: its map is a random one, and there are only four hidden causes.
    double byChance =
        LongStream.rangeClosed(1, 4)
            .mapToObj(seed -> new TrainingTask(task.recipe(), snapshot, seed, true))
            .mapToDouble(control -> recallAt10(run(control)))
            .average()
            .orElseThrow();

    double random = 10.0 / snapshot.rowsOf(Split.TEST).length;
    assertThat(found).isGreaterThan(3 * random);
    assertThat(byChance).isLessThan(2 * random);
  }

  @Test
  void theSameSeedGivesTheSameCurve() {
    assertThat(curve(task(Map.of("epochs", "5"), 7)))
        .isEqualTo(curve(task(Map.of("epochs", "5"), 7)))
        .isNotEqualTo(curve(task(Map.of("epochs", "5"), 8)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 10, 20})
  void aStoppedRunContinuesOnTheSameCurve(int batchesBeforeTheStop) {
    var task = task(Map.of("epochs", "6"), 7);
    var whole = new Recorder();
    var uninterrupted = run(task, CheckpointStore.NONE, whole, () -> false);
    var files = checkpoints().of(1);
    var inTwo = new Recorder();
    var stopped = run(task, files, inTwo, () -> inTwo.batches.get() >= batchesBeforeTheStop);
    var resumed = run(task, checkpoints().of(1), inTwo, () -> false);

    assertThat(stopped.finished()).isFalse();
    assertThat(resumed.finished()).isTrue();
    assertThat(inTwo.losses).isEqualTo(whole.losses);
    assertThat(inTwo.batches.get()).isEqualTo(whole.batches.get());
    assertThat(resumed.best()).isEqualTo(uninterrupted.best());
    for (int i = 0; i < resumed.weights().size(); i++) {
      assertThat(resumed.weights().get(i).values())
          .isEqualTo(uninterrupted.weights().get(i).values());
    }
  }

  @Test
  void theKeptModelIsThatOfTheLowestEvaluationLoss() {
    var recorder = new Recorder();
    var task = task(Map.of("epochs", "12", "learningRate", "0.03"), 2);
    var outcome = run(task, checkpoints().of(4), recorder, () -> false);

    var lowest = recorder.losses.stream().mapToDouble(losses -> losses.get(1)).min().orElseThrow();
    var best = Objects.requireNonNull(outcome.best());
    assertThat(best.loss()).isEqualTo(lowest);
    assertThat(recorder.losses.get(best.epoch() - 1).get(1)).isEqualTo(lowest);
    try (var fromFile = checkpoints().load(4, DEVICE);
        var fromMemory = outcome.encoder(DEVICE)) {
      var video = Map.of(Modality.VIDEO, new float[][] {snapshot.matrix(Modality.VIDEO).row(0)});
      assertThat(fromFile.encodeVideo(video)).isDeepEqualTo(fromMemory.encodeVideo(video));
    }
  }

  @Test
  void aCheckpointOfOtherSettingsIsNotContinued() {
    run(task(Map.of("epochs", "1"), 7), checkpoints().of(1), new Recorder(), () -> false);

    assertThatThrownBy(
            () ->
                run(
                    task(Map.of("epochs", "1"), 8),
                    checkpoints().of(1),
                    new Recorder(),
                    () -> false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("another training");
  }

  @Test
  void aDivergingTrainingSaysWhy() {
    var huge = TestSnapshots.times(snapshot, Modality.VIDEO, Float.MAX_VALUE);

    assertThatThrownBy(() -> run(new TrainingTask(recipe(Map.of()), huge, 1, false)))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageContaining("epoch 1, batch 1")
        .hasMessageContaining("feature values far out of range");
  }

  @Test
  void dataWithoutEvaluationPairsAreRefused() {
    var splits =
        snapshot.pairs().stream()
            .map(pair -> pair.split() == Split.EVALUATION ? Split.TRAIN : pair.split())
            .toList();
    var task = new TrainingTask(recipe(Map.of()), snapshot.withSplits(splits), 1, false);

    assertThatThrownBy(() -> run(task))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("0 pairs in its evaluation split");
  }

  @Test
  void theProbeSeesEveryEpochsModel() {
    var recorder = new Recorder();
    EpochProbe probe =
        (encoder, data) ->
            Map.of(
                "recall",
                Evaluator.evaluate(encoder, data, Split.EVALUATION)
                    .videoToMusic()
                    .value(Metric.RECALL_AT_10));
    new Trainer(
            task(Map.of("epochs", "20"), 1),
            DEVICE,
            CheckpointStore.NONE,
            recorder,
            probe,
            () -> false)
        .run();

    var recalls = recorder.results.stream().map(result -> result.parts().get("recall")).toList();
    assertThat(recalls).hasSize(20).doesNotContainNull();
    assertThat(recalls.getLast()).isGreaterThan(recalls.getFirst());
  }

  private static double recallAt10(TrainingOutcome outcome) {
    try (var encoder = outcome.encoder(DEVICE)) {
      var snapshot = TestSnapshots.related(300, 3);
      return Evaluator.evaluate(encoder, snapshot, Split.TEST)
          .videoToMusic()
          .value(Metric.RECALL_AT_10);
    }
  }

  private TrainingTask task(Map<String, String> changes, long seed) {
    return new TrainingTask(recipe(changes), snapshot, seed, false);
  }

  private static Recipe<?> recipe(Map<String, String> changes) {
    var all = new HashMap<>(SMALL);
    all.putAll(changes);
    return Recipe.of(Methods.standard().named("yuyin"), all);
  }

  private static List<List<Double>> curve(TrainingTask task) {
    var recorder = new Recorder();
    run(task, CheckpointStore.NONE, recorder, () -> false);
    return recorder.losses;
  }

  private static TrainingOutcome run(TrainingTask task) {
    return run(task, CheckpointStore.NONE, new Recorder(), () -> false);
  }

  private static TrainingOutcome run(
      TrainingTask task, CheckpointStore store, TrainingListener listener, BooleanSupplier stop) {
    return new Trainer(task, DEVICE, store, listener, EpochProbe.NONE, stop).run();
  }

  private Checkpoints checkpoints() {
    return new Checkpoints(new DataFolder(folder), Methods.standard());
  }

  private static final class Recorder implements TrainingListener {
    private final AtomicInteger batches = new AtomicInteger();
    private final List<EpochResult> results = new ArrayList<>();
    private final List<List<Double>> losses = new ArrayList<>();

    @Override
    public void batchDone(int epoch, int batch, int ofBatches) {
      batches.incrementAndGet();
    }

    @Override
    public void epochDone(EpochResult result) {
      results.add(result);
      losses.add(List.of(result.trainLoss(), result.evaluationLoss()));
    }
  }
}
