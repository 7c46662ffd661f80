package org.yuyin.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VectorBytesTest {
  @Test
  void oneIsStoredAsItsLittleEndianBitPattern() {
    assertThat(VectorBytes.encode(new float[] {1f, -2f}))
        .containsExactly(0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0);
  }

  @Test
  void decodingGivesBackEveryBitAlsoOfOddValues() {
    var odd = new float[] {Float.MIN_VALUE, -0f, Float.NaN, Float.MAX_VALUE, 1f / 3};
    assertThat(VectorBytes.decode(VectorBytes.encode(odd))).containsExactly(odd);
  }

  @Test
  void aBrokenVectorIsRefused() {
    assertThatThrownBy(() -> VectorBytes.decode(new byte[7])).hasMessageContaining("got 7");
  }
}
