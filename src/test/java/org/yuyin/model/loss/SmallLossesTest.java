package org.yuyin.model.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Examples that are worked out by hand. */
class SmallLossesTest {
  private final NDManager manager = NDManager.newBaseManager("PyTorch");

  // Cosines: x1·y1 = 0.6, x1·y2 = 0, x2·y1 = 0.8, x2·y2 = 1.
  private final NDArray x = rows(2, 1, 0, 0, 1);
  private final NDArray y = rows(2, 0.6, 0.8, 0, 1);
  private final NDArray different = manager.create(new long[] {1, 2});
  private final NDArray same = manager.create(new long[] {1, 1});

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void cosineDrawsPairsAndPushesWhatIsNearerThanTheMargin() {
    var loss = new CosineLoss(0.2);

    // Pairs lack 0.4 and 0; of the others one is 0.6 too near: 0.2 + 0.3.
    assertThat(value(loss.loss(x, y, different))).isCloseTo(0.5, within(1e-9));
    // Another row of the same track is no wrong partner.
    assertThat(value(loss.loss(x, y, same))).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void rankingCountsByHowMuchTheMarginIsMissed() {
    var loss = new RankingLoss(0.5, 1);

    // x1: 0.5 − 0.6 + 0 is met; x2: 0.5 − 1 + 0.8 = 0.3.
    assertThat(value(loss.loss(x, y, different))).isCloseTo(0.15, within(1e-9));
    // y1: 0.5 − 0.6 + 0.8 = 0.7; y2: 0.5 − 1 + 0 is met.
    assertThat(value(loss.loss(y, x, different))).isCloseTo(0.35, within(1e-9));
    assertThat(value(loss.loss(x, y, same))).isZero();
  }

  @Test
  void rankingLooksAtTheHardestOthersAlone() {
    // Cosines of each row with the others' partners: 0.9 and −1, the own always 1.
    var points = rows(3, 1, 0, 0.9, Math.sqrt(0.19), -1, 0);
    var labels = manager.create(new long[] {1, 2, 3});

    double one = value(new RankingLoss(0.1, 1).loss(points, points, labels));
    double all = value(new RankingLoss(0.1, 9).loss(points, points, labels));

    assertThat(one).isCloseTo(0, within(1e-9));
    assertThat(value(new RankingLoss(0.2, 1).loss(points, points, labels)))
        .isCloseTo((0.1 + 0.1 + 0) / 3, within(1e-9));
    assertThat(value(new RankingLoss(0.2, 9).loss(points, points, labels)))
        .isCloseTo((0.1 + 0.1 + 0) / 6, within(1e-9));
    assertThat(all).isCloseTo(0, within(1e-9));
  }

  @Test
  void structureCostsWhereTheOrderOfTwoNeighboursTurned() {
    var before = angles(0, 60, 90);
    var after = angles(0, 90, 60);

    // Of six comparisons one turned: seen from row 1, rows 2 and 3 changed places. Twice the
    // cosines'
    // difference of 0.5 after.
    assertThat(value(new StructureLoss().loss(before, after))).isCloseTo(1 / 6., within(1e-9));
    assertThat(value(new StructureLoss().loss(before, before))).isZero();
    // Only the order counts, not how far.
    assertThat(value(new StructureLoss().loss(before, angles(0, 20, 25)))).isZero();
  }

  @Test
  void likenessesThatChangeCostTheirSquare() {
    // The one cosine was 0.5 and is 0.
    assertThat(value(new IntraModalLoss().loss(angles(0, 60), angles(0, 90))))
        .isCloseTo(0.25, within(1e-9));
    // Lengths do not count.
    var longer = angles(0, 60).mul(7);
    assertThat(value(new IntraModalLoss().loss(longer, angles(30, 90)))).isCloseTo(0, within(1e-9));
  }

  @Test
  void correlationIsThatOfStatisticsAndTheRidgeLowersIt() {
    var one = column(1, 2, 3);
    var other = column(1, 3, 2);

    // Both have variance 1 and covariance 1/2.
    assertThat(value(new CorrelationLoss(0, 5).loss(one, other))).isCloseTo(-0.5, within(1e-9));
    assertThat(value(new CorrelationLoss(0.25, 5).loss(one, other)))
        .isCloseTo(-0.5 / 1.25, within(1e-9));
  }

  @Test
  void onlyTheFirstCorrelationsCount() {
    // a, b, c are unrelated to each other; a correlates with a + c by the root of 1/2, b with −b by
    // −1.
    // a: −1 −1 1 1, b: −1 1 −1 1, c: 1 −1 −1 1
    var one = rows(4, -1, -1, -1, 1, 1, -1, 1, 1);
    var other = rows(4, 0, 1, -2, -1, 0, 1, 2, -1);

    assertThat(value(new CorrelationLoss(0, 9).loss(one, other)))
        .isCloseTo(-1 - Math.sqrt(0.5), within(1e-9));
    assertThat(value(new CorrelationLoss(0, 1).loss(one, other))).isCloseTo(-1, within(1e-9));
  }

  @Test
  void otherRightAnswersShareTheirWeight() {
    var scores = rows(3, Math.log(2), 0, 0, 0, 0, 0, 0, 0, 0);
    var none = rows(3, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    var allOthers = rows(3, 0, 1, 1, 1, 0, 1, 1, 1, 0);
    // Soft-maximum of the first row and column: 1/2, 1/4, 1/4; of the others 1/3 everywhere.
    assertThat(value(new GradedNce(0.5).loss(scores, none, none)))
        .isCloseTo((Math.log(2) + 2 * Math.log(3)) / 3, within(1e-6));
    // The others of row 1 have half a weight beside 1: a third of ln 4, two thirds of ln 2.
    double first = (2 * Math.log(2) + Math.log(4)) / 3;
    assertThat(value(new GradedNce(0.5).loss(scores, allOthers, none)))
        .isCloseTo((first + 2 * Math.log(3)) / 3, within(1e-6));
    // Ignored answers leave each row alone with its own.
    assertThat(value(new GradedNce(0.5).loss(scores, none, allOthers))).isCloseTo(0, within(1e-6));
  }

  private NDArray angles(double... degrees) {
    var values = new double[2 * degrees.length];
    for (int i = 0; i < degrees.length; i++) {
      values[2 * i] = Math.cos(Math.toRadians(degrees[i]));
      values[2 * i + 1] = Math.sin(Math.toRadians(degrees[i]));
    }
    return manager.create(values, new Shape(degrees.length, 2));
  }

  private NDArray column(double... values) {
    return manager.create(values, new Shape(values.length, 1));
  }

  private NDArray rows(int count, double... values) {
    return manager.create(values, new Shape(count, values.length / count));
  }

  private static double value(NDArray loss) {
    return loss.getDouble();
  }
}
