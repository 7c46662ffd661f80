package org.yuyin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.feature.Modality;

/** YuYin+ together with linear canonical correlation. */
class YuYinPlusEnsembleTest {
  private static final int ROWS = 20;
  private static final Map<String, String> SMALL =
      Map.of("embedding", "32", "hidden", "16", "width", "8");

  private final Snapshot snapshot = TestSnapshots.related(300, 7);

  @Test
  void itsLikenessIsTheWeightedMeanOfBoth() {
    var learned = likenesses("yuyin-plus", "0");
    var straight = likenesses("cca", "");
    var both = likenesses("yuyin-plus", "0.4");

    for (int video = 0; video < ROWS; video++) {
      for (int music = 0; music < ROWS; music++) {
        double expected = 0.6 * learned[video][music] + 0.4 * straight[video][music];
        assertThat(both[video][music]).isCloseTo(expected, within(1e-5));
      }
    }
  }

  @Test
  void aModelOfBeforeThereWasAnEnsembleIsReadAsItWas() {
    var method = Methods.standard().named("yuyin-plus");
    var stored = Recipe.of(method, Map.of("linear", "0.3")).asMap();
    stored.remove("linear");

    assertThat(Recipe.stored(method, stored).asMap()).containsEntry("linear", 0.0);
  }

  private double[][] likenesses(String method, String linear) {
    var changes = linear.isEmpty() ? Map.<String, String>of() : with(linear);
    var recipe = Recipe.of(Methods.standard().named(method), changes);
    var network = recipe.network(DataShape.of(snapshot));
    var initial = new InitialWeights(new SplittableRandom(3));
    network.initialise(initial, PairRows.of(snapshot, snapshot.rowsOf(Split.TRAIN)));
    var manager = NDManager.newBaseManager("PyTorch");
    try (var encoder = NetworkEncoder.of(network, initial.values(), manager)) {
      var video = encoder.encodeVideo(Map.of(Modality.VIDEO, rows(Modality.VIDEO)));
      var music =
          encoder.encodeMusic(
              Map.of(
                  Modality.AUDIO, rows(Modality.AUDIO), Modality.EMOTION, rows(Modality.EMOTION)));
      var likenesses = new double[ROWS][ROWS];
      for (int i = 0; i < ROWS; i++) {
        for (int j = 0; j < ROWS; j++) {
          likenesses[i][j] = product(video[i], music[j]);
        }
      }
      return likenesses;
    }
  }

  private static Map<String, String> with(String linear) {
    var all = new java.util.HashMap<>(SMALL);
    all.put("linear", linear);
    return all;
  }

  private float[][] rows(Modality modality) {
    return IntStream.range(0, ROWS)
        .mapToObj(snapshot.matrix(modality)::row)
        .toArray(float[][]::new);
  }

  private static double product(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }
}
