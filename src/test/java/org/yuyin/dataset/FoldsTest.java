package org.yuyin.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.storage.InputException;

class FoldsTest {
  private final List<Pair> pairs = Pairs.madeUp(311, 33, 5);
  private final Snapshot snapshot = Pairs.snapshot(pairs);

  @Test
  void everyPairIsTestedOnce() {
    var tested = new int[pairs.size()];
    for (var view : Folds.assign(snapshot, 5, 0)) {
      for (int row : view.rowsOf(Split.TEST)) {
        tested[row]++;
      }
    }
    assertThat(tested).containsOnly(1);
  }

  @Test
  void noTrackIsInTwoSplitsOfAFold() {
    for (var view : Folds.assign(snapshot, 5, 3)) {
      assertThatNoTrackIsSplit(view.pairs());
    }
  }

  @Test
  void foldsAndTheirEvaluationPartsAreOfLikeSize() {
    for (var view : Folds.assign(snapshot, 5, 1)) {
      int test = view.rowsOf(Split.TEST).length;
      int evaluation = view.rowsOf(Split.EVALUATION).length;
      assertThat(test).isBetween(58, 67);
      assertThat(evaluation).isBetween(21, 29);
      assertThat(test + evaluation + view.rowsOf(Split.TRAIN).length).isEqualTo(pairs.size());
    }
  }

  @Test
  void everyCategoryIsSpreadOverTheFolds() {
    double inAll = pairs.stream().filter(p -> p.category().equals("c0")).count();
    for (var view : Folds.assign(snapshot, 5, 2)) {
      double tested =
          view.pairs().stream()
              .filter(p -> p.category().equals("c0") && p.split() == Split.TEST)
              .count();
      assertThat(tested / inAll).isBetween(0.1, 0.35);
    }
  }

  @Test
  void theSeedAloneDecidesNotTheOrderOfRows() {
    var shuffled = new ArrayList<>(pairs);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(testedIn(Folds.assign(Pairs.snapshot(shuffled), 5, 7)))
        .isEqualTo(testedIn(Folds.assign(snapshot, 5, 7)));
    assertThat(testedIn(Folds.assign(snapshot, 5, 8)))
        .isNotEqualTo(testedIn(Folds.assign(snapshot, 5, 7)));
  }

  @Test
  void aNumberOfFoldsThatCannotBeIsRefused() {
    assertThatThrownBy(() -> Folds.assign(snapshot, 1, 0)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> Folds.assign(snapshot, 400, 0)).isInstanceOf(InputException.class);
  }

  @Test
  void splitsHaveThePapersProportionsWhenLargeAndServeSmallSetsToo() {
    assertThat(sizes(Splits.assign(Pairs.madeUp(98_071, 15, 1), 0)))
        .satisfies(
            sizes -> {
              assertThat(sizes.get(Split.TEST)).isBetween(1_462L, 1_466L);
              assertThat(sizes.get(Split.EVALUATION)).isBetween(998L, 1_002L);
            });
    var small = Splits.assign(Pairs.madeUp(240, 15, 2), 0);
    assertThatNoTrackIsSplit(small);
    assertThat(sizes(small).get(Split.TEST)).isBetween(45L, 51L);
    assertThat(sizes(small).get(Split.EVALUATION)).isBetween(21L, 27L);
  }

  @Test
  void aFoldsFileIsFollowed(@TempDir Path folder) throws IOException {
    var some =
        Pairs.snapshot(
            List.of(
                new Pair("ad0", "c", "m", "t", "one", Split.TRAIN),
                new Pair("ad1", "c", "m", "t", "two", Split.TRAIN)));
    var file =
        Files.writeString(
            folder.resolve("folds.csv"),
            """
            id,seed0_test_fold,seed0_val_of_folds
            ad0,0,1;2
            ad1,2,
            """);
    var views = FoldsFile.assign(file, some, 0);
    assertThat(views).hasSize(3);
    assertThat(views.stream().map(v -> v.pairs().get(0).split()))
        .containsExactly(Split.TEST, Split.EVALUATION, Split.EVALUATION);
    assertThat(views.stream().map(v -> v.pairs().get(1).split()))
        .containsExactly(Split.TRAIN, Split.TRAIN, Split.TEST);
    assertThatThrownBy(() -> FoldsFile.assign(file, some, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("seed1_test_fold");
    var unlisted = Pairs.snapshot(List.of(new Pair("ad2", "c", "m", "t", "three", Split.TRAIN)));
    assertThatThrownBy(() -> FoldsFile.assign(file, unlisted, 0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("does not list \"ad2\"");
  }

  private static void assertThatNoTrackIsSplit(List<Pair> pairs) {
    var splitsOfTrack =
        pairs.stream()
            .collect(
                Collectors.groupingBy(
                    Pair::trackId, Collectors.mapping(Pair::split, Collectors.toSet())));
    assertThat(splitsOfTrack.values()).allSatisfy(splits -> assertThat(splits).hasSize(1));
  }

  private static Map<Split, Long> sizes(List<Pair> pairs) {
    return pairs.stream().collect(Collectors.groupingBy(Pair::split, Collectors.counting()));
  }

  private static Map<String, Integer> testedIn(List<Snapshot> views) {
    var tested = new HashMap<String, Integer>();
    for (int fold = 0; fold < views.size(); fold++) {
      for (int row : views.get(fold).rowsOf(Split.TEST)) {
        tested.put(views.get(fold).pairs().get(row).id(), fold);
      }
    }
    return tested;
  }
}
