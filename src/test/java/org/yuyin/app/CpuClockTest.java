package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuClockTest {
  /** From proc(5): fields 16 and 17 are the children's ticks; the name may hold anything. */
  @Test
  void childrensTimeIsFoundBehindAnyName() {
    var stat = "4711 (a ) b) (c) S 1 2 3 4 5 6 7 8 9 10 1100 1200 250 50 20 0 30 0 99 1 2";
    assertThat(CpuClock.childrenSeconds(stat)).isEqualTo(3.0);
  }

  @Test
  void workTakesTime() {
    double before = CpuClock.seconds();
    double sum = 0;
    for (int i = 0; i < 20_000_000; i++) {
      sum += Math.sqrt(i);
    }
    assertThat(sum).isPositive();
    assertThat(CpuClock.seconds()).isGreaterThan(before);
  }
}
