package org.yuyin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryMeansTest {
  @Test
  void aQueryIsWorthTheMeanOverItsSeeds() {
    var means =
        QueryMeans.of(List.of(queries(new int[] {0, 1}, 1, 20), queries(new int[] {1, 0}, 30, 3)));
    // Query 0: places 1 and 3; query 1: places 20 and 30.
    assertThat(means.size()).isEqualTo(2);
    assertThat(means.estimate(Metric.RECALL_AT_1).value()).isCloseTo(0.25, within(1e-12));
    assertThat(means.estimate(Metric.RECALL_AT_25).value()).isCloseTo(0.75, within(1e-12));
    assertThat(means.estimate(Metric.MEAN_RANK).value()).isCloseTo(13.5, within(1e-12));
  }

  @Test
  void aMethodDiffersInNothingFromItself() {
    var means = QueryMeans.of(List.of(randomPlaces(200, 1, 100)));
    var difference = means.minus(means, Metric.RECALL_AT_10);
    assertThat(difference.gain()).isEqualTo(new Estimate(0, 0, 0));
    assertThat(difference.p()).isEqualTo(1);
  }

  @Test
  void aClearGainIsSignificant() {
    var good = QueryMeans.of(List.of(randomPlaces(300, 1, 20)));
    var poor = QueryMeans.of(List.of(randomPlaces(300, 2, 100)));
    var gain = good.minus(poor, Metric.RECALL_AT_10);
    assertThat(gain.gain().low()).isPositive();
    assertThat(gain.p()).isLessThan(0.01);
  }

  @Test
  void ofEqualMethodsAboutOneInTwentyLooksBetterOrWorse() {
    var significant =
        IntStream.range(0, 60)
            .filter(
                seed -> {
                  var one = QueryMeans.of(List.of(randomPlaces(200, 2L * seed, 40)));
                  var other = QueryMeans.of(List.of(randomPlaces(200, 2L * seed + 1, 40)));
                  return one.minus(other, Metric.RECALL_AT_10).p() < 0.05;
                })
            .count();
    // Binomial of 60 at 5 %: more than 8 happens in 1 % of seeds.
    assertThat(significant).isBetween(0L, 8L);
  }

  @Test
  void methodsThatWereAskedDifferentQueriesAreNotCompared() {
    var one = QueryMeans.of(List.of(queries(new int[] {0, 1}, 1, 2)));
    var other = QueryMeans.of(List.of(queries(new int[] {0, 2}, 1, 2)));
    assertThatThrownBy(() -> one.minus(other, Metric.MRR))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static QueryOutcomes randomPlaces(int queries, long seed, int worst) {
    var random = new Random(seed);
    return queries(
        IntStream.range(0, queries).toArray(),
        IntStream.range(0, queries).map(q -> 1 + random.nextInt(worst)).toArray());
  }

  private static QueryOutcomes queries(int[] rows, int... places) {
    return new QueryOutcomes(
        rows,
        IntStream.of(places).mapToObj(place -> new QueryOutcome(place, place, 0, 0, 0)).toList());
  }
}
