package org.yuyin.model.cca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.matrix.store.MatrixStore;
import org.yuyin.storage.NpyArray;

/** Against NumPy and SciPy (see {@code cca/LICENCE.md}), and what must hold for any data. */
class CanonicalCorrelationTest {
  private final Covariances golden =
      Covariances.of(Rows.of(matrix("cca_X")), Rows.of(matrix("cca_Y")));

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.001"})
  void correlationsAreTheReferences(String ridge) {
    var found = CanonicalCorrelation.of(golden, Double.parseDouble(ridge), 256);

    assertThat(found.correlations())
        .containsExactly(read("cca_corr_ridge_" + ridge).values(), within(1e-9));
  }

  @Test
  void directionsAreTheReferencesUpToTheSignOfAPair() {
    var found = CanonicalCorrelation.of(golden, 0, 256);
    var a = matrix("cca_A");
    var b = matrix("cca_B");

    for (int pair = 0; pair < 20; pair++) {
      double sign = Math.signum(found.x().doubleValue(0, pair) * a[0][pair]);
      assertColumn(found.x(), a, pair, sign);
      assertColumn(found.y(), b, pair, sign);
    }
  }

  private static void assertColumn(
      MatrixStore<Double> found, double[][] expected, int column, double sign) {
    for (int row = 0; row < expected.length; row++) {
      assertThat(found.doubleValue(row, column) * sign)
          .isCloseTo(expected[row][column], within(1e-9));
    }
  }

  @Test
  void aWiderFirstSideGivesTheSameAsAWiderSecond() {
    var turned = Covariances.of(Rows.of(matrix("cca_Y")), Rows.of(matrix("cca_X")));

    assertThat(CanonicalCorrelation.of(turned, 0, 7).correlations())
        .containsExactly(CanonicalCorrelation.of(golden, 0, 7).correlations(), within(1e-12));
  }

  @Test
  void unitsOfTheColumnsDoNotMatterOnceStandardised() {
    var x = matrix("cca_X");
    var y = matrix("cca_Y");
    var plain = Covariances.of(Rows.of(x), Rows.of(y)).standardised();
    for (int row = 0; row < x.length; row++) {
      x[row][3] = 1e6 * x[row][3] + 4e6;
    }
    var other = Covariances.of(Rows.of(x), Rows.of(y)).standardised();

    assertThat(CanonicalCorrelation.of(other, 0.5, 20).correlations())
        .containsExactly(CanonicalCorrelation.of(plain, 0.5, 20).correlations(), within(1e-9));
  }

  @Test
  void columnsThatDependOnOthersAndConstantOnesAddNothing() {
    var x = matrix("cca_X");
    var wider = new double[x.length][];
    for (int row = 0; row < x.length; row++) {
      wider[row] = java.util.Arrays.copyOf(x[row], 33);
      wider[row][30] = x[row][0] - 2 * x[row][1];
      wider[row][31] = x[row][5];
      wider[row][32] = 7;
    }
    var found =
        CanonicalCorrelation.of(
            Covariances.of(Rows.of(wider), Rows.of(matrix("cca_Y"))).standardised(), 0, 256);

    assertThat(found.correlations())
        .containsExactly(read("cca_corr_ridge_0").values(), within(1e-7));
  }

  @Test
  void fewerRowsThanColumnsCorrelateWhollyWithoutARidge() {
    var random = new SplittableRandom(3);
    var few = Covariances.of(Rows.of(random(12, 30, random)), Rows.of(random(12, 20, random)));

    var found = CanonicalCorrelation.of(few, 0, 256);
    assertThat(found.correlations()).hasSize(11);
    assertThat(found.correlations()[10]).isCloseTo(1, within(1e-6));
    assertThat(CanonicalCorrelation.of(few, 5, 256).correlations()[0]).isLessThan(0.95);
  }

  @Test
  void manyBlocksOfRowsGiveWhatOneGives() {
    var random = new SplittableRandom(4);
    var x = random(2_500, 3, random);
    var covariances = Covariances.of(Rows.of(x), Rows.of(x));

    double mean = 0;
    double product = 0;
    for (var row : x) {
      mean += row[1] / x.length;
    }
    for (var row : x) {
      product += (row[1] - mean) * (row[1] - mean) / (x.length - 1);
    }
    assertThat(covariances.meanX()[1]).isCloseTo(mean, within(1e-12));
    assertThat(covariances.xy().doubleValue(1, 1)).isCloseTo(product, within(1e-12));
  }

  private static double[][] random(int rows, int columns, SplittableRandom random) {
    var values = new double[rows][];
    for (int row = 0; row < rows; row++) {
      values[row] = random.doubles(columns, -1, 1).toArray();
    }
    return values;
  }

  private static double[][] matrix(String name) {
    var array = read(name);
    int columns = array.shape()[1];
    var rows = new double[array.shape()[0]][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = java.util.Arrays.copyOfRange(array.values(), row * columns, (row + 1) * columns);
    }
    return rows;
  }

  private static NpyArray read(String name) {
    try {
      var file = CanonicalCorrelationTest.class.getResource("/cca/" + name + ".npy");
      return NpyArray.read(Path.of(Objects.requireNonNull(file).toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
