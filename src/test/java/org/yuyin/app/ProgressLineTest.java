package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void logFileGetsTheLastCountAndNotOneLineForEachItem() {
    try (var progress = new ProgressLine("ingest", stream(), false)) {
      for (int done = 1; done <= 1000; done++) {
        progress.at(done, 1000);
      }
    }
    assertThat(text().lines()).hasSize(1);
    assertThat(text()).startsWith("ingest: 1,000 of 1,000").contains("0 s left");
  }

  @Test
  void terminalLineRedrawsItselfAndEndsWithALineBreak() {
    try (var progress = new ProgressLine("ingest", stream(), true)) {
      progress.at(2, 2);
    }
    assertThat(text()).startsWith("\r").endsWith(System.lineSeparator());
  }

  @Test
  void timesAreReadByPeople() {
    assertThat(ProgressLine.shortly(Duration.ofSeconds(12))).isEqualTo("12 s");
    assertThat(ProgressLine.shortly(Duration.ofSeconds(125))).isEqualTo("2 min 05 s");
    assertThat(ProgressLine.shortly(Duration.ofSeconds(3900))).isEqualTo("1 h 05 min");
  }

  private PrintStream stream() {
    return new PrintStream(printed, true, StandardCharsets.UTF_8);
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
