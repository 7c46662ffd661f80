package org.yuyin.dataset.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yuyin.dataset.FeatureMatrix;
import org.yuyin.dataset.Pair;
import org.yuyin.dataset.Split;
import org.yuyin.feature.Modality;
import org.yuyin.storage.InputException;

class SyntheticDatasetTest {
  private static final Map<Modality, Integer> NARROW =
      Map.of(Modality.VIDEO, 60, Modality.AUDIO, 50, Modality.EMOTION, 40, Modality.TEXT, 20);

  @Test
  void atThePapersSizeCategoriesAndSplitsAreThePapers() {
    var pairs = SyntheticDataset.of("made-up", settings(98_071, 0.5)).pairs();
    assertThat(pairs.stream().collect(Collectors.groupingBy(Pair::split, Collectors.counting())))
        .isEqualTo(Map.of(Split.TRAIN, 95_607L, Split.TEST, 1_464L, Split.EVALUATION, 1_000L));
    assertThat(
            pairs.stream()
                .collect(Collectors.groupingBy(Pair::mergedCategory, Collectors.counting())))
        .isEqualTo(
            Map.of(
                "clothing", 43_841L,
                "baby products", 25_860L,
                "daily necessities", 26_824L,
                "electronic products", 1_546L));
    assertThat(pairs).extracting(Pair::category).containsAll(names());
    assertThat(pairs).extracting(Pair::id).doesNotHaveDuplicates();
  }

  private static List<String> names() {
    return Arrays.stream(PaperCategory.values()).map(PaperCategory::label).toList();
  }

  @Test
  void popularTracksServeSeveralAdsOfOneSplit() {
    var pairs = SyntheticDataset.of("made-up", settings(5_000, 0.5)).pairs();
    var splits = new HashMap<String, HashSet<Split>>();
    var uses = new HashMap<String, Integer>();
    for (var pair : pairs) {
      splits.computeIfAbsent(pair.trackId(), t -> new HashSet<>()).add(pair.split());
      uses.merge(pair.trackId(), 1, Integer::sum);
    }
    assertThat(splits.values()).allSatisfy(of -> assertThat(of).hasSize(1));
    assertThat(uses.values()).contains(1).anyMatch(ads -> ads >= 8);
  }

  @Test
  void theSameSeedGivesTheSameValuesAndAnotherOthers() {
    var first = SyntheticDataset.snapshot("made-up", settings(300, 0.5), NARROW);
    var again = SyntheticDataset.snapshot("made-up", settings(300, 0.5), NARROW);
    var other =
        SyntheticDataset.snapshot(
            "made-up", new SyntheticSettings(300, 8, 0.5, 1, 0.5, false), NARROW);
    for (var modality : Modality.values()) {
      assertThat(first.matrix(modality).row(17)).isEqualTo(again.matrix(modality).row(17));
      assertThat(first.matrix(modality).row(17)).isNotEqualTo(other.matrix(modality).row(17));
    }
  }

  @Test
  void columnsAreShapedAsExtractorsShapeThem() {
    var snapshot = SyntheticDataset.snapshot("made-up", settings(400, 0.5), NARROW);
    var video = snapshot.matrix(Modality.VIDEO);
    var emotion = snapshot.matrix(Modality.EMOTION);
    assertThat(least(video)).isGreaterThanOrEqualTo(0);
    var deviations = IntStream.range(0, 40).mapToDouble(column -> deviation(emotion, column));
    var sorted = deviations.sorted().toArray();
    assertThat(sorted[39] / sorted[0]).isGreaterThan(1e3);
  }

  private static float least(FeatureMatrix matrix) {
    float least = Float.POSITIVE_INFINITY;
    for (int row = 0; row < matrix.rows(); row++) {
      for (var value : matrix.row(row)) {
        least = Math.min(least, value);
      }
    }
    return least;
  }

  private static double deviation(FeatureMatrix matrix, int column) {
    var values = IntStream.range(0, matrix.rows()).mapToDouble(row -> matrix.row(row)[column]);
    var summary = values.toArray();
    double mean = Arrays.stream(summary).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(summary).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
  }

  @Test
  void picturesAgreeWithTheirMusicAsMuchAsIsAskedFor() {
    var settings = settings(2_000, 0.6);
    var factors = new Factors(settings);
    var rows = SyntheticPairs.of(settings);
    double product = 0;
    double pictures = 0;
    double music = 0;
    for (int row = 0; row < rows.size(); row++) {
      int track = rows.get(row).track();
      var seen = factors.pictureContent(row, track);
      var heard = factors.trackContent(track);
      for (int i = 0; i < seen.length; i++) {
        product += seen[i] * heard[i];
        pictures += seen[i] * seen[i];
        music += heard[i] * heard[i];
      }
    }
    // 48,000 products: three standard errors are 0.01.
    assertThat(product / Math.sqrt(pictures * music)).isCloseTo(0.6, within(0.012));
  }

  @Test
  void neighboursShareNoRandomNumbers() {
    var factors = new Factors(settings(500, 0));
    for (long row = 0; row < 100; row++) {
      var here = factors.trackContent(row);
      var there = factors.trackContent(row + 1);
      assertThat(Arrays.copyOfRange(there, 0, 23)).isNotEqualTo(Arrays.copyOfRange(here, 1, 24));
      assertThat(there).doesNotContain(here);
    }
  }

  @Test
  void equalTagsHaveEqualVectors() {
    var snapshot = SyntheticDataset.snapshot("made-up", settings(300, 0.5), NARROW);
    var text = snapshot.matrix(Modality.TEXT);
    var byTag = new HashMap<String, float[]>();
    for (int row = 0; row < 300; row++) {
      var known = byTag.putIfAbsent(snapshot.pairs().get(row).tag(), text.row(row));
      if (known != null) {
        assertThat(text.row(row)).isEqualTo(known);
      }
    }
    assertThat(byTag.values().stream().map(Arrays::hashCode)).doesNotHaveDuplicates();
  }

  @Test
  void settingsThatCannotBeAreRefusedByName() {
    assertThatThrownBy(() -> settings(20, 0.5))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--pairs");
    assertThatThrownBy(() -> settings(500, 1.5))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--agreement");
  }

  private static SyntheticSettings settings(int pairs, double agreement) {
    return new SyntheticSettings(pairs, 7, agreement, 1, 0.5, false);
  }
}
