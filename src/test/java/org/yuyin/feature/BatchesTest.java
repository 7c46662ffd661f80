package org.yuyin.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuyin.feature.Batches.Range;

class BatchesTest {
  @Test
  void tenItemsOfWhichEightFitGoAsFiveAndFive() {
    assertThat(Batches.evenly(10, 8)).isEqualTo(List.of(new Range(0, 5), new Range(5, 10)));
  }

  @Test
  void everyItemIsInOneBatchAndNoBatchIsTooLarge() {
    for (int count = 0; count < 40; count++) {
      int next = 0;
      for (var range : Batches.evenly(count, 7)) {
        assertThat(range.begin()).isEqualTo(next);
        assertThat(range.size()).isBetween(1, 7);
        next = range.end();
      }
      assertThat(next).isEqualTo(count);
    }
  }
}
