package org.yuyin.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yuyin.storage.InputException;

class SplitsTest {
  @Test
  void withoutAnyGivenSplitAllAreChosen() {
    var pairs = Pairs.madeUp(100, 4, 1);
    assertThat(Splits.complete(pairs, Collections.nCopies(100, Optional.empty()), 3))
        .isEqualTo(Splits.assign(pairs, 3));
  }

  @Test
  void givenSplitsStayAndTheirTracksFollow() {
    var pairs = List.of(pair("a", "t1"), pair("b", "t2"), pair("c", "t1"), pair("d", "t3"));
    var completed =
        Splits.complete(
            pairs,
            List.of(
                Optional.of(Split.TEST),
                Optional.of(Split.EVALUATION),
                Optional.empty(),
                Optional.of(Split.TRAIN)),
            0);
    assertThat(completed)
        .extracting(Pair::split)
        .containsExactly(Split.TEST, Split.EVALUATION, Split.TEST, Split.TRAIN);
  }

  @Test
  void aMissingEvaluationSplitIsTakenFromTraining() {
    var pairs = Pairs.madeUp(200, 4, 2);
    var completed = Splits.complete(pairs, Collections.nCopies(200, Optional.of(Split.TRAIN)), 0);
    assertThat(completed.stream().filter(p -> p.split() == Split.EVALUATION).count())
        .isBetween(17L, 23L);
    assertThat(completed).extracting(Pair::split).doesNotContain(Split.TEST);
  }

  @Test
  void aTrackInTwoGivenSplitsIsRefused() {
    assertThatThrownBy(
            () ->
                Splits.complete(
                    List.of(pair("a", "t1"), pair("b", "t1")),
                    List.of(Optional.of(Split.TEST), Optional.of(Split.TRAIN)),
                    0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("track \"t1\"");
  }

  private static Pair pair(String id, String track) {
    return new Pair(id, "c", "m", "tag", track, Split.TRAIN);
  }
}
