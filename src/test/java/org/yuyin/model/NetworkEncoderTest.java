package org.yuyin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuyin.dataset.Snapshot;
import org.yuyin.feature.Modality;

class NetworkEncoderTest {
  private final Snapshot snapshot = TestSnapshots.related(3000, 5);

  @ParameterizedTest
  @CsvSource({
    "wfm,true,true",
    "concat,true,true",
    "add,true,true",
    "wfm,false,true",
    "wfm,true,false"
  })
  void pointsOfBothSidesHaveLengthOneWhateverTheSettings(
      String fusion, String useEmotion, String useText) {
    var changes = Map.of("fusion", fusion, "useEmotion", useEmotion, "useText", useText);
    try (var encoder = encoder(changes)) {
      for (var point : encoder.encodeVideo(Map.of(Modality.VIDEO, rows(Modality.VIDEO, 20)))) {
        assertThat(length(point)).isCloseTo(1, within(1e-5));
      }
      for (var point : encoder.encodeMusic(music(20))) {
        assertThat(point).hasSize(encoder.width());
        assertThat(length(point)).isCloseTo(1, within(1e-5));
      }
    }
  }

  @Test
  void aPointDoesNotDependOnTheRowsBesideIt() {
    try (var encoder = encoder(Map.of())) {
      var many = encoder.encodeMusic(music(3000));
      var few = encoder.encodeMusic(music(3));

      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < encoder.width(); column++) {
          assertThat(many[row][column]).isCloseTo(few[row][column], within(1e-5f));
        }
      }
      assertThat(length(many[2999])).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void threadsMayShareAnEncoder() throws Exception {
    try (var encoder = encoder(Map.of());
        var threads = Executors.newFixedThreadPool(4)) {
      var alone = encoder.encodeMusic(music(50));
      var together = new ArrayList<java.util.concurrent.Future<float[][]>>();
      for (int i = 0; i < 40; i++) {
        together.add(threads.submit(() -> encoder.encodeMusic(music(50))));
      }
      for (var result : together) {
        assertThat(result.get()).isDeepEqualTo(alone);
      }
    }
  }

  private Encoder encoder(Map<String, String> changes) {
    var network =
        Recipe.of(Methods.standard().named("yuyin"), changes).network(DataShape.of(snapshot));
    var initial = new InitialWeights(new SplittableRandom(1));
    network.initialise(initial, PairRows.of(snapshot, IntStream.range(0, 100).toArray()));
    return NetworkEncoder.of(network, initial.values(), NDManager.newBaseManager("PyTorch"));
  }

  private Map<Modality, float[][]> music(int count) {
    return Map.of(
        Modality.AUDIO,
        rows(Modality.AUDIO, count),
        Modality.EMOTION,
        rows(Modality.EMOTION, count));
  }

  private float[][] rows(Modality modality, int count) {
    return IntStream.range(0, count)
        .mapToObj(snapshot.matrix(modality)::row)
        .toArray(float[][]::new);
  }

  private static double length(float[] point) {
    double sum = 0;
    for (float value : point) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
