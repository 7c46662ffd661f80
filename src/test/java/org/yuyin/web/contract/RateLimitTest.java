package org.yuyin.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yuyin.account.Actor;

class RateLimitTest {
  private static final Actor ONE = new Actor("Ann", "token one", "");
  private static final Actor OTHER = new Actor("Ann", "token other", "");

  private final AtomicLong now = new AtomicLong();
  private final RateLimit limit = new RateLimit(now::get);

  @Test
  void soManyAtOnceThenOneForEachThatCameBack() {
    assertThat(IntStream.range(0, RateLimit.AT_ONCE).map(i -> limit.take(ONE)))
        .allMatch(it -> it >= 0);
    assertThat(limit.take(ONE)).isNegative();
    assertThat(limit.take(OTHER)).as("another token has its own").isNotNegative();
    now.addAndGet(Duration.ofMillis(100).toNanos());
    assertThat(limit.take(ONE)).isNotNegative();
    assertThat(limit.take(ONE)).isNotNegative();
    assertThat(limit.take(ONE)).isNegative();
  }

  @Test
  void nobodySavesUpMoreThanThatForLater() {
    limit.take(ONE);
    now.addAndGet(Duration.ofDays(1).toNanos());
    assertThat(limit.take(ONE)).isEqualTo(RateLimit.AT_ONCE - 1);
  }
}
