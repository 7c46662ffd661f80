package org.yuyin.feature.sound.emobase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FunctionalsTest {
  @Test
  void aStraightLineIsItsOwnRegression() {
    assertThat(functional("linregc1", 1, 3, 5, 7)).isCloseTo(2, within(1e-6f));
    assertThat(functional("linregc2", 1, 3, 5, 7)).isCloseTo(1, within(1e-6f));
    assertThat(functional("linregerrQ", 1, 3, 5, 7)).isCloseTo(0, within(1e-6f));
  }

  @Test
  void quartilesLieBetweenNeighbours() {
    assertThat(functional("quartile1", 4, 1, 3, 2)).isEqualTo(1.75f);
    assertThat(functional("quartile2", 4, 1, 3, 2)).isEqualTo(2.5f);
    assertThat(functional("iqr1-3", 4, 1, 3, 2)).isEqualTo(1.5f);
  }

  @Test
  void positionsNameTheFirstOfSeveral() {
    assertThat(functional("maxPos", 0, 5, 1, 5, -2, -2)).isEqualTo(1);
    assertThat(functional("minPos", 0, 5, 1, 5, -2, -2)).isEqualTo(4);
  }

  @Test
  void momentsAreOverTheCountAndKurtosisIsNotTheExcess() {
    assertThat(functional("stddev", -1, 1, -1, 1)).isEqualTo(1);
    assertThat(functional("skewness", 0, 0, 0, 4)).isCloseTo(1.1547005f, within(1e-6f));
    assertThat(functional("kurtosis", -1, 1, -1, 1)).isEqualTo(1);
  }

  @Test
  void aConstantContourHasNoShape() {
    for (var name : new String[] {"range", "stddev", "skewness", "kurtosis"}) {
      assertThat(functional(name, 7, 7, 7)).as(name).isZero();
    }
    assertThat(functional("linregc1", 7, 7, 7)).isCloseTo(0, within(1e-12f));
    assertThat(functional("linregc2", 7)).isEqualTo(7);
  }

  private static float functional(String name, float... contour) {
    var values = new float[Functionals.NAMES.size()];
    new Functionals(values).add(contour, contour.length);
    return values[Functionals.NAMES.indexOf(name)];
  }
}
