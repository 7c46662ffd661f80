package org.yuyin.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeedsTest {
  @Test
  void streamsOfNeighbouringStepsShareNoNumbers() {
    var seeds = new Seeds(7);
    var drawn =
        Stream.of(
                seeds.ofStep(0),
                seeds.ofStep(1),
                seeds.ofStep(2),
                seeds.ofEpoch(1),
                seeds.ofEpoch(2),
                seeds.ofWeights(),
                new Seeds(8).ofStep(0))
            .flatMapToLong(random -> random.longs(1_000))
            .toArray();

    assertThat(drawn).doesNotHaveDuplicates();
  }
}
