package org.yuyin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GradedEvaluationTest {
  @Test
  void gainsAndDiscountsAreThoseOfTheFormula() {
    // Gains 3, 7, 0, 1 at discounts 1, 1 / log2(3), 1 / 2, 1 / log2(5).
    double log3 = Math.log(3) / Math.log(2);
    double log5 = Math.log(5) / Math.log(2);
    double gained = 3 + 7 / log3 + 1 / log5;
    double ideal = 7 + 3 / log3 + 0.5;
    assertThat(GradedEvaluation.ndcg(List.of(2.0, 3.0, 0.0, 1.0)))
        .isCloseTo(gained / ideal, within(1e-12));
    // A mean gain of 11 / 4 at each of the four places.
    assertThat(GradedEvaluation.ofRandom(List.of(2.0, 3.0, 0.0, 1.0)))
        .isCloseTo(11.0 / 4 * (1 + 1 / log3 + 0.5 + 1 / log5) / ideal, within(1e-12));
  }

  @Test
  void adsOfWhichEveryOrderIsAsGoodDoNotCount() {
    assertThat(GradedEvaluation.of(List.of(List.of(3.0), List.of(0.0, 0.0)))).isEmpty();
    var measured =
        GradedEvaluation.of(List.of(List.of(4.0, 0.0), List.of(0.0, 4.0), List.of(2.0, 2.0)))
            .orElseThrow();
    assertThat(measured.ads()).isEqualTo(2);
    assertThat(measured.tracks()).isEqualTo(4);
    double turned = Math.log(2) / Math.log(3); // the good track at the second place
    assertThat(measured.ndcg().value()).isCloseTo((1 + turned) / 2, within(1e-12));
    assertThat(measured.random()).isCloseTo((1 + turned) / 2, within(1e-12));
  }
}
