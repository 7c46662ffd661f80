package org.yuyin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuyin.dataset.Pair;
import org.yuyin.storage.InputException;

class EvaluatorTest {
  @Test
  void aPerfectModelFindsEverythingFirst() {
    var pairs = Points.pairs(300, 0);
    var points = Points.random(300, 16, 1);
    var evaluation = Evaluator.evaluate(new PairedPoints(pairs, points, points));
    for (var direction : Direction.values()) {
      var metrics = evaluation.of(direction);
      for (var metric :
          EnumSet.of(
              Metric.RECALL_AT_1,
              Metric.MRR,
              Metric.NDCG_AT_10,
              Metric.MEDIAN_RANK,
              Metric.MEAN_RANK,
              Metric.TRACK_RECALL_AT_1,
              Metric.TRACK_NDCG_AT_10)) {
        assertThat(metrics.estimate(metric)).isEqualTo(new Estimate(1, 1, 1));
      }
    }
  }

  @Test
  void aConstantModelIsRankedLast() {
    var pairs = Points.pairs(100, 0);
    var constant = new float[100][];
    Arrays.fill(constant, new float[] {0.6f, 0.8f});
    var metrics = Evaluator.evaluate(new PairedPoints(pairs, constant, constant)).videoToMusic();
    assertThat(metrics.value(Metric.RECALL_AT_50)).isZero();
    assertThat(metrics.value(Metric.MEAN_RANK)).isEqualTo(100);
    assertThat(metrics.value(Metric.TRACK_MEAN_RANK)).isEqualTo(100);
    assertThat(metrics.value(Metric.CATEGORY_PRECISION_AT_10)).isZero();
    assertThat(metrics.value(Metric.MERGED_PRECISION_AT_10)).isZero();
  }

  @Test
  void theSmallExampleGivesWhatWasWorkedOutByHand() {
    // Scores video x music, one-hot videos: row i is video i's scores.
    //        m0   m1   m2   m3      tracks: m0 and m3 are the same piece, "p"
    //   v0   .2   .9   .1   .8     categories: a a b b
    //   v1   .3   .7   .7   .1     merged: x x x y
    //   v2   .1   .2   .9   .3
    //   v3   .9   .5   .4   .2
    float[][] scores = {
      {.2f, .9f, .1f, .8f}, {.3f, .7f, .7f, .1f}, {.1f, .2f, .9f, .3f}, {.9f, .5f, .4f, .2f}
    };
    var music = new float[4][4];
    var video = new float[4][4];
    for (int v = 0; v < 4; v++) {
      video[v][v] = 1;
      for (int m = 0; m < 4; m++) {
        music[m][v] = scores[v][m];
      }
    }
    var pairs =
        List.of(
            Points.pair("0", "a", "x", "p"),
            Points.pair("1", "a", "x", "q"),
            Points.pair("2", "b", "x", "r"),
            Points.pair("3", "b", "y", "p"));
    var evaluation = Evaluator.evaluate(new PairedPoints(pairs, video, music));

    var there = evaluation.videoToMusic();
    // Places of the partners: v0 3, v1 2 (the tie counts against it), v2 1, v3 4.
    assertThat(there.value(Metric.RECALL_AT_1)).isEqualTo(0.25);
    assertThat(there.value(Metric.MEAN_RANK)).isEqualTo(2.5);
    assertThat(there.value(Metric.MEDIAN_RANK)).isEqualTo(2.5);
    assertThat(there.value(Metric.MRR))
        .isCloseTo((1 / 3. + 1 / 2. + 1 + 1 / 4.) / 4, within(1e-12));
    assertThat(there.value(Metric.NDCG_AT_10))
        .isCloseTo((1 / 2. + 1 / log2(3) + 1 + 1 / log2(5)) / 4, within(1e-12));
    // Either copy of p is right: v0's first at place 2, v3's at place 1.
    assertThat(there.value(Metric.TRACK_RECALL_AT_1)).isEqualTo(0.5);
    assertThat(there.value(Metric.TRACK_MEAN_RANK)).isEqualTo((2 + 2 + 1 + 1) / 4.);
    double best = 1 + 1 / log2(3);
    assertThat(there.value(Metric.TRACK_NDCG_AT_10))
        .isCloseTo(
            ((1 / log2(3) + 1 / 2.) / best + 1 / log2(3) + 1 + (1 + 1 / log2(5)) / best) / 4,
            within(1e-12));
    // Fewer than 10 in the pool: the share of the whole pool.
    assertThat(there.value(Metric.CATEGORY_PRECISION_AT_10)).isEqualTo(0.5);
    assertThat(there.value(Metric.MERGED_PRECISION_AT_10)).isEqualTo((.75 * 3 + .25) / 4);
    assertThat(there.pool()).isEqualTo(4);
    assertThat(there.tracks()).isEqualTo(3);

    // Columns of the table: m0's partner v0 is third of .2 .3 .1 .9, m1's second, m2's first, m3's
    // second of .8 .1 .3 .2: third.
    var back = evaluation.musicToVideo();
    assertThat(back.value(Metric.MEAN_RANK)).isEqualTo((3 + 2 + 1 + 3) / 4.);
    assertThat(back.value(Metric.TRACK_MEAN_RANK)).isEqualTo((1 + 2 + 1 + 1) / 4.);
  }

  @Test
  void theTenthPlaceSharedByManyCountsAgainstTheModel() {
    // 9 clear winners of another category, then a tie of one fitting and one misfit item.
    var pairs = new Pair[12];
    var video = new float[12][1];
    var music = new float[12][1];
    for (int i = 0; i < 12; i++) {
      pairs[i] = Points.pair("" + i, i == 0 ? "mine" : "other", "m", "t" + i);
      video[i][0] = 1;
      music[i][0] = i == 0 || i == 1 ? 0.5f : 0.6f;
    }
    music[11][0] = 0.1f;
    var outcome = Evaluator.outcomes(List.of(pairs), video, music).getFirst();
    assertThat(outcome.categoryShare()).isZero();
    assertThat(outcome.mergedShare()).isEqualTo(1);
    assertThat(outcome.instanceRank()).isEqualTo(11);
  }

  @Test
  void randomPointsLieWithinTheIntervalOfTheRandomLine() {
    var pairs = Points.pairs(1_464, 300);
    var metrics =
        Evaluator.evaluate(
                new PairedPoints(pairs, Points.random(1_464, 32, 11), Points.random(1_464, 32, 12)))
            .videoToMusic();
    assertThat(metrics.random(Metric.RECALL_AT_10)).isCloseTo(10 / 1464., within(1e-12));
    assertThat(metrics.random(Metric.MEAN_RANK)).isCloseTo(1465 / 2., within(1e-6));
    assertThat(metrics.random(Metric.MEDIAN_RANK)).isEqualTo(1465 / 2.);
    for (var metric : Metric.values()) {
      var estimate = metrics.estimate(metric);
      // 20 intervals of 95 % of dependent metrics: half as wide again, lest chance decides.
      double slack = (estimate.high() - estimate.low()) / 4;
      assertThat(metrics.random(metric))
          .as(metric.key())
          .isBetween(estimate.low() - slack, estimate.high() + slack);
    }
  }

  @Test
  void theRandomLineIsWhatManyDrawnRankingsGive() {
    var pairs = Points.pairs(60, 15);
    var random = RandomLine.of(pairs);
    var sums = new double[Metric.values().length];
    int draws = 400;
    for (int draw = 0; draw < draws; draw++) {
      var points = Points.random(60, 64, 100 + draw);
      var queries = Points.random(60, 64, 900 + draw);
      for (var outcome : Evaluator.outcomes(pairs, queries, points)) {
        for (var metric : Metric.values()) {
          sums[metric.ordinal()] += metric.ofQuery(outcome) / (60 * draws);
        }
      }
    }
    for (var metric : Metric.values()) {
      if (metric.unit() == Metric.Unit.SHARE) {
        assertThat(sums[metric.ordinal()])
            .as(metric.key())
            .isCloseTo(random.get(metric), within(0.012));
      } else if (metric.unit() == Metric.Unit.PLACE) {
        assertThat(sums[metric.ordinal()])
            .as(metric.key())
            .isCloseTo(random.get(metric), within(0.5));
      }
    }
  }

  @Test
  void aDivergedModelIsRefused() {
    var broken = new float[][] {{Float.NaN}, {1}};
    assertThatThrownBy(
            () -> Evaluator.evaluate(new PairedPoints(Points.pairs(2, 0), broken, broken)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("diverged");
  }

  @Test
  void metricsSurviveTheWayThroughJson() {
    var points = Points.random(50, 8, 3);
    var metrics =
        Evaluator.evaluate(new PairedPoints(Points.pairs(50, 5), points, Points.random(50, 8, 4)))
            .videoToMusic();
    assertThat(RetrievalMetrics.fromJson(metrics.toJson())).isEqualTo(metrics);
  }

  @Test
  void seedsArePooledOverTheirFolds() {
    var pairs = Points.pairs(40, 0);
    var points = Points.random(40, 8, 1);
    var perfect = Evaluator.evaluate(new PairedPoints(pairs, points, points));
    var constant = new float[40][];
    Arrays.fill(constant, new float[] {1});
    var worst = Evaluator.evaluate(new PairedPoints(pairs, constant, constant));
    var pooled =
        PooledEvaluation.of(
            List.of(List.of(perfect, worst), List.of(perfect, perfect)), Direction.VIDEO_TO_MUSIC);
    var recall = pooled.spread(Metric.RECALL_AT_10);
    assertThat(recall.mean()).isEqualTo(0.75);
    assertThat(recall.deviation()).isCloseTo(Math.sqrt(0.125), within(1e-12));
    assertThat(pooled.random(Metric.RECALL_AT_10)).isCloseTo(0.25, within(1e-12));
    assertThat(MetricsTable.compare(List.of(new MetricsTable.Line("yuyin", pooled))))
        .contains("pools of 40 pairs", "75.0±35.4", "25.0");
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
