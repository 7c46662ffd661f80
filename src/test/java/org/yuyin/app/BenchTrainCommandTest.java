package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.yuyin.ChildJvm;

/** What is measured, not how fast it is: that is for the command itself to tell. */
class BenchTrainCommandTest {
  @Test
  void thePapersModelHasItsWeightsAndItsWork() {
    var run = bench("--method", "yuyin", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    var yuyin = run.jsonArray().getJsonObject(0);
    assertThat(yuyin.getString("method")).isEqualTo("yuyin");
    assertThat(yuyin.getLong("weights")).isBetween(9_700_000L, 9_800_000L);
    assertThat(yuyin.getDouble("flopPerPair")).isCloseTo(58e6, within(1e6));
    assertThat(yuyin.getDouble("pairsPerSecond")).isPositive();
    assertThat(yuyin.getDouble("gigaflops"))
        .isCloseTo(yuyin.getDouble("pairsPerSecond") * 58.4e-3, within(1.0));
    assertThat(yuyin.getDouble("ratio"))
        .isCloseTo(
            yuyin.getDouble("gigaflops") / yuyin.getDouble("productGigaflops"), within(1e-9));
  }

  @Test
  void theTableHasALineForEachMethod() {
    var run = bench("--method", "ii-clvm", "--method", "cevar", "--set", "width=64");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines().findFirst().orElseThrow()).contains("method", "pairs/s", "ratio");
    assertThat(run.out()).containsPattern("(?m)^ii-clvm +").containsPattern("(?m)^cevar +");
  }

  @Test
  void methodsThatDoNotLearnInStepsAreRefused() {
    var run = bench("--method", "cca");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("method cca has a closed form");
  }

  @Test
  void ctrlCEndsItAtOnceAndInOrder() throws Exception {
    try (var child =
        ChildJvm.start(Main.class, "bench", "train", "--pairs", "400", "--epochs", "1000000")) {
      child.awaitText("computing on ");
      Thread.sleep(Duration.ofSeconds(5)); // by now PyTorch computes
      child.interrupt();
      var ended = child.end();
      assertThat(ended.exitCode()).isEqualTo(130);
      assertThat(ended.out() + ended.err()).doesNotContain("SIGSEGV");
    }
  }

  private static Run bench(String... more) {
    var command = new java.util.ArrayList<>(java.util.List.of("bench", "train"));
    command.addAll(java.util.List.of("--pairs", "400", "--epochs", "1"));
    command.addAll(java.util.List.of(more));
    return Run.of(command.toArray(String[]::new));
  }
}
