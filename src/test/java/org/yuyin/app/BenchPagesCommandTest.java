package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** That every page is there, not how fast it is: that is for the command itself to tell. */
class BenchPagesCommandTest {
  @Test
  void everyPageOfAMadeUpCatalogueIsMeasured() {
    var run = Run.of("bench", "pages", "--ads", "300", "--times", "2");
    assertThat(run.exitCode()).as(run.err()).isZero();
    var pages = PageBench.pages(300, 100);
    var rows = run.out().lines().skip(1).limit(pages.size()).toList();
    assertThat(rows)
        .hasSize(pages.size())
        .allMatch(row -> row.matches(".* 200 +\\d+ +\\d+"), "200");
    assertThat(rows).anyMatch(row -> row.startsWith("ads, last") && row.contains("/ads?page=7"));
    assertThat(run.out()).contains("300 ads; each page asked for 2 times");
  }

  @Test
  void tooFewAdsAreRefused() {
    var run = Run.of("bench", "pages", "--ads", "10");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("--ads must be at least 100").hasLineCount(1);
  }
}
