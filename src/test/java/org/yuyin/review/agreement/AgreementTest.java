package org.yuyin.review.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every measure against the published example that introduced it, or one worked by hand. */
class AgreementTest {
  /** Krippendorff (2011), four observers and twelve units; 0 is no answer. */
  private static final int[][] OBSERVERS = {
    {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
    {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
    {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
    {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}
  };

  /** Fleiss (1971) as Wikipedia tells it: ten items, fourteen people, five answers. */
  private static final int[][] FOURTEEN_PEOPLE = {
    {0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
    {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}
  };

  /** Baseball, 1987, the row's wins against the column: Agresti, Categorical Data Analysis. */
  private static final double[][] BASEBALL = {
    {0, 7, 9, 7, 7, 9, 11}, // Milwaukee
    {6, 0, 7, 5, 11, 9, 9}, // Detroit
    {4, 6, 0, 7, 7, 8, 12}, // Toronto
    {6, 8, 6, 0, 6, 7, 10}, // New York
    {6, 2, 6, 7, 0, 7, 12}, // Boston
    {4, 4, 5, 6, 6, 0, 6}, // Cleveland
    {2, 4, 1, 3, 1, 7, 0} // Baltimore
  };

  @Test
  void cohenOfFiftyProposals() {
    var first = new ArrayList<String>();
    var second = new ArrayList<String>();
    add(20, "yes", "yes", first, second);
    add(5, "yes", "no", first, second);
    add(10, "no", "yes", first, second);
    add(15, "no", "no", first, second);
    var kappa = CohenKappa.of(first, second).orElseThrow();
    assertThat(kappa.value()).isCloseTo(0.4, within(1e-12));
    // Cohen's error by hand: sqrt(0.7 * 0.3 / 50) / 0.5 = 0.12961.
    assertThat(kappa.low()).isCloseTo(0.4 - 1.959964 * 0.129615, within(1e-5));
    assertThat(kappa.high()).isCloseTo(0.4 + 1.959964 * 0.129615, within(1e-5));
    assertThat(kappa.items()).isEqualTo(50);
  }

  @Test
  void oneAnswerThroughoutSaysNothingAboutAgreement() {
    assertThat(CohenKappa.of(List.of("a", "a"), List.of("a", "a"))).isEmpty();
    assertThat(CohenKappa.of(List.of(), List.of())).isEmpty();
    assertThat(FleissKappa.of(List.of(List.of("a", "a")), 2)).isEmpty();
    assertThat(KrippendorffAlpha.nominal(List.of(List.of("a", "a"), List.of("b")))).isEmpty();
  }

  @Test
  void fleissOfFourteenPeople() {
    var units = new ArrayList<List<String>>();
    for (var counts : FOURTEEN_PEOPLE) {
      var unit = new ArrayList<String>();
      for (int answer = 0; answer < counts.length; answer++) {
        unit.addAll(Collections.nCopies(counts[answer], "answer " + answer));
      }
      units.add(unit);
    }
    units.add(List.of("answer 1", "answer 2")); // too few people: passed over
    var kappa = FleissKappa.of(units, 14).orElseThrow();
    assertThat(kappa.value()).isCloseTo(0.210, within(0.0005));
    assertThat(kappa.items()).isEqualTo(10);
  }

  @Test
  void krippendorffOfFourObservers() {
    var grades =
        IntStream.range(0, 12)
            .mapToObj(
                unit ->
                    IntStream.range(0, 4)
                        .map(observer -> OBSERVERS[observer][unit])
                        .filter(answer -> answer != 0)
                        .boxed()
                        .toList())
            .toList();
    var words = grades.stream().map(unit -> unit.stream().map(String::valueOf).toList()).toList();
    var nominal = KrippendorffAlpha.nominal(words).orElseThrow();
    assertThat(nominal.value()).isCloseTo(0.743, within(0.0005));
    assertThat(nominal.items()).isEqualTo(11);
    assertThat(nominal.answers()).isEqualTo(40);
    assertThat(KrippendorffAlpha.ordinal(grades).orElseThrow().value())
        .isCloseTo(0.815, within(0.0005));
    assertThat(KrippendorffAlpha.interval(grades).orElseThrow().value())
        .isCloseTo(0.849, within(0.0005));
  }

  @Test
  void bradleyTerryOfABaseballSeason() {
    var fitted = BradleyTerry.of(BASEBALL, 0);
    var standings = fitted.standings();
    double baltimore = standings.getLast().score();
    // As BradleyTerry2 for R prints it, Baltimore at 0.
    double[] scores = {1.5814, 1.4364, 1.2945, 1.2476, 1.1077, 0.6839};
    double[] errors = {0.3433, 0.3396, 0.3367, 0.3359, 0.3339, 0.3319};
    for (int team = 0; team < scores.length; team++) {
      assertThat(standings.get(team).score() - baltimore).isCloseTo(scores[team], within(1e-4));
      assertThat(fitted.errorOfDifference(team, 6)).isCloseTo(errors[team], within(1e-4));
    }
    assertThat(standings.stream().mapToDouble(BradleyTerry.Standing::score).sum())
        .isCloseTo(0, within(1e-9));
  }

  @Test
  void ofTwoTheChanceIsTheShareOfWinsAndTiesCountHalf() {
    // 30 wins, 14 losses and 12 ties: 36 of 56.
    var standings = BradleyTerry.of(new double[][] {{0, 36}, {20, 0}}, 0).standings();
    assertThat(standings.getFirst().chance()).isCloseTo(36.0 / 56, within(1e-9));
    // The interval of log-odds: log(36 / 20) plus or minus 1.96 sqrt(1 / 36 + 1 / 20).
    double reach = 1.959964 * Math.sqrt(1.0 / 36 + 1.0 / 20);
    assertThat(standings.getFirst().low())
        .isCloseTo(1 / (1 + Math.exp(-Math.log(1.8) + reach)), within(1e-9));
  }

  @Test
  void whatWonAlwaysHasAFiniteScoreWithAPrior() {
    var standings = BradleyTerry.of(new double[][] {{0, 8}, {0, 0}}, 0.5).standings();
    assertThat(standings.getFirst().chance()).isCloseTo(8.5 / 9, within(1e-9));
    assertThat(standings.getFirst().low()).isGreaterThan(0.4);
  }

  private static void add(
      int times, String one, String other, List<String> first, List<String> second) {
    first.addAll(Collections.nCopies(times, one));
    second.addAll(Collections.nCopies(times, other));
  }
}
