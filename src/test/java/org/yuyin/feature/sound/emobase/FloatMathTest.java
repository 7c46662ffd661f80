package org.yuyin.feature.sound.emobase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sums over all bits were computed with logf and acosf of the GNU C library 2.36. */
class FloatMathTest {
  private static final int INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

  @Test
  void logarithmsAreThoseOfTheCLibraryToTheLastBit() {
    int sum = 0;
    for (long bits = 1; bits < INFINITY; bits += 10_695) {
      sum = 31 * sum + Float.floatToRawIntBits(FloatMath.log(Float.intBitsToFloat((int) bits)));
    }
    assertThat(sum).isEqualTo(-439_103_716);
  }

  @Test
  void arcCosinesAreThoseOfTheCLibraryToTheLastBit() {
    int sum = 0;
    for (int i = -100_000; i <= 100_000; i++) {
      sum = 31 * sum + Float.floatToRawIntBits(FloatMath.acos(i / 100_000f));
    }
    assertThat(sum).isEqualTo(1_952_224_315);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.MIN_VALUE, 1e-40f, 0.5f, 1, 2.7182817f, 3e7f, Float.MAX_VALUE})
  void aLogarithmIsTrueToSevenDigits(float x) {
    double exact = Math.log(x);
    assertThat((double) FloatMath.log(x)).isCloseTo(exact, within(1e-7 * Math.abs(exact)));
  }
}
