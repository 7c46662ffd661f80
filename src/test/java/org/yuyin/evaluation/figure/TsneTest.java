package org.yuyin.evaluation.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yuyin.storage.NpyArray;

class TsneTest {
  private static final Path GOLDEN = Path.of("src/test/resources/classical");
  private static final int DIGITS = 600;
  private static float[][] points;
  private static int[] labels;

  @BeforeAll
  static void readDigits() {
    points = Arrays.copyOf(NpyArray.read(GOLDEN.resolve("digits_X.npy")).rows(), DIGITS);
    var all = NpyArray.read(GOLDEN.resolve("digits_y.npy")).values();
    labels = Arrays.stream(all).limit(DIGITS).mapToInt(label -> (int) label).toArray();
  }

  @Test
  void handwrittenDigitsStandApartAsWellAsInScikitLearn() {
    var layout =
        new Tsne(30, 200, 500, 0).layOut(points, iteration -> {}, () -> false).orElseThrow();
    // Of all 1,797 digits scikit-learn's layouts get 98.7 % right.
    assertThat(Separation.of(layout, labels).neighbourAccuracy()).isGreaterThan(0.97);
  }

  @Test
  void theSameSeedGivesTheSameLayout() {
    var few = Arrays.copyOf(points, 100);
    var tsne = new Tsne(20, 200, 250, 3);
    assertThat(tsne.layOut(few, i -> {}, () -> false).orElseThrow())
        .isDeepEqualTo(tsne.layOut(few, i -> {}, () -> false).orElseThrow());
  }

  @Test
  void aLayoutTellsHowFarItIsAndStopsWhenAsked() {
    var seen = new AtomicInteger();
    var layout = new Tsne(30, 200, 100_000, 0).layOut(points, seen::set, () -> seen.get() > 0);
    assertThat(layout).isEmpty();
    assertThat(seen.get()).isBetween(1, 10_000);
  }
}
