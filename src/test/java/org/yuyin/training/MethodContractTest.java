package org.yuyin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.feature.Modality;
import org.yuyin.model.Method;
import org.yuyin.model.Methods;
import org.yuyin.storage.DataFolder;

/** What every method of the registry owes. */
class MethodContractTest {
  private static final Snapshot SNAPSHOT = SmallTrainings.snapshot();
  // Of 800 rankings: a standard error of 0.22 times itself.
  private static final double BY_CHANCE = 10.0 / SNAPSHOT.rowsOf(Split.TEST).length;

  @TempDir Path folder;

  static Stream<Named<Method<?>>> all() {
    return Methods.standard().all().stream().map(method -> Named.of(method.name(), method));
  }

  static Stream<Named<Method<?>>> learning() {
    return all().filter(method -> !method.getName().equals("random"));
  }

  @ParameterizedTest
  @MethodSource("learning")
  void findsTheRightMusicFarMoreOftenThanChance(Method<?> method) {
    assertThat(recallAt10(method, false)).isGreaterThan(2.2 * BY_CHANCE);
  }

  @ParameterizedTest
  @MethodSource("all")
  void fallsToChanceWhenItLearnedFromShuffledPairs(Method<?> method) {
    assertThat(recallAt10(method, true)).isLessThan(1.7 * BY_CHANCE);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPointHasLengthOneAndNeedsNeitherTextNorOtherRows(Method<?> method) {
    var outcome = SmallTrainings.run(task(method, Map.of(), "2", false));
    try (var encoder = outcome.encoder(DeviceChoice.best())) {
      var together = encoder.encodeVideo(rows(0, 9, Modality.VIDEO));
      var music = encoder.encodeMusic(rows(0, 9, Modality.AUDIO, Modality.EMOTION));
      for (int row = 0; row < 9; row++) {
        assertPoint(together[row], encoder.encodeVideo(rows(row, row + 1, Modality.VIDEO))[0]);
        var alone = encoder.encodeMusic(rows(row, row + 1, Modality.AUDIO, Modality.EMOTION));
        assertPoint(music[row], alone[0]);
        assertThat(alone[0]).hasSize(encoder.width());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aStoppedTrainingGoesOnToTheSameWeights(Method<?> method) {
    var task = task(method, Map.of(), "3", false);
    var uninterrupted = SmallTrainings.run(task);
    var batches = new AtomicInteger();
    var counter =
        new TrainingListener() {
          @Override
          public void batchDone(int epoch, int batch, int ofBatches) {
            batches.incrementAndGet();
          }
        };
    SmallTrainings.run(task, checkpoints().of(1), counter, () -> batches.get() >= 7);
    var resumed = SmallTrainings.run(task, checkpoints().of(1), counter, () -> false);

    assertThat(resumed.best()).isEqualTo(uninterrupted.best());
    for (int i = 0; i < resumed.weights().size(); i++) {
      var weight = resumed.weights().get(i);
      assertThat(weight.values())
          .as(weight.name())
          .isEqualTo(uninterrupted.weights().get(i).values());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aStoredModelGivesTheSamePoints(Method<?> method) {
    var outcome =
        SmallTrainings.run(
            task(method, Map.of(), "2", false),
            checkpoints().of(2),
            new TrainingListener() {},
            () -> false);
    try (var fromMemory = outcome.encoder(DeviceChoice.best());
        var fromFile = checkpoints().load(2, DeviceChoice.best())) {
      var music = rows(0, 5, Modality.AUDIO, Modality.EMOTION);
      assertThat(fromFile.encodeMusic(music)).isDeepEqualTo(fromMemory.encodeMusic(music));
      var video = rows(0, 5, Modality.VIDEO);
      assertThat(fromFile.encodeVideo(video)).isDeepEqualTo(fromMemory.encodeVideo(video));
    }
  }

  private static double recallAt10(Method<?> method, boolean shuffled) {
    var task = new TrainingTask(SmallTrainings.recipe(method, Map.of()), SNAPSHOT, 1, shuffled);
    return SmallTrainings.recallAt10(SmallTrainings.run(task), SNAPSHOT);
  }

  private static TrainingTask task(
      Method<?> method, Map<String, String> changes, String epochs, boolean shuffled) {
    var all = new java.util.HashMap<>(changes);
    all.put("epochs", epochs);
    return new TrainingTask(SmallTrainings.recipe(method, all), SNAPSHOT, 3, shuffled);
  }

  private static Map<Modality, float[][]> rows(int from, int to, Modality... modalities) {
    var rows = new EnumMap<Modality, float[][]>(Modality.class);
    for (var modality : modalities) {
      var some = new float[to - from][];
      for (int row = from; row < to; row++) {
        some[row - from] = SNAPSHOT.matrix(modality).row(row);
      }
      rows.put(modality, some);
    }
    return rows;
  }

  private static void assertPoint(float[] beside, float[] alone) {
    double squares = 0;
    for (int i = 0; i < alone.length; i++) {
      squares += alone[i] * (double) alone[i];
      assertThat(alone[i]).isCloseTo(beside[i], within(1e-5f));
    }
    assertThat(squares).isCloseTo(1, within(1e-5));
  }

  private Checkpoints checkpoints() {
    return new Checkpoints(new DataFolder(folder), Methods.standard());
  }
}
