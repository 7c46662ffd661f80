package org.yuyin.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitedProcessTest {
  @TempDir Path folder;

  private static LimitedProcess limited(Duration wallClock) {
    return new LimitedProcess(wallClock, 1L << 30, 0);
  }

  private static List<String> shell(String script) {
    return List.of("/bin/sh", "-c", script);
  }

  private static boolean runs(String mark) {
    return ProcessHandle.allProcesses()
        .anyMatch(process -> process.info().commandLine().orElse("").contains(mark));
  }

  @Test
  void aHangingChildIsKilledWithItsOwnChildren() throws InterruptedException {
    var start = System.nanoTime();
    assertThatThrownBy(
            () ->
                limited(Duration.ofSeconds(1))
                    .read(shell("sleep 61.25 & sleep 62.25"), output -> output.readAllBytes()))
        .isInstanceOf(ChildFailedException.class)
        .hasMessage("took longer than 1 s");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    for (int tries = 0; tries < 100 && (runs("61.25") || runs("62.25")); tries++) {
      Thread.sleep(50);
    }
    assertThat(runs("61.25") || runs("62.25")).isFalse();
  }

  @Test
  void aChildHasNoNetwork() throws ChildFailedException {
    assumeTrue(Sandbox.isolatesNetwork(), "this system has no unshare");
    var script = "while read name rest; do echo $name; done < /proc/net/dev";
    var seen = limited(Duration.ofSeconds(10)).read(shell(script), InputStream::readAllBytes);
    // Only the loopback of its own, on which nobody listens, below two lines of headings.
    assertThat(new String(seen.output(), StandardCharsets.UTF_8).lines().skip(2))
        .allMatch("lo:"::equals);
  }

  @Test
  void aRefusedOutputKillsTheChild() throws InterruptedException {
    assertThatThrownBy(
            () ->
                limited(Duration.ofSeconds(60))
                    .read(
                        shell("while :; do echo yes 63.25; done"),
                        output -> {
                          throw new ChildFailedException(
                              ChildFailedException.Cause.TOO_MUCH_OUTPUT, "enough");
                        }))
        .hasMessage("enough");
    for (int tries = 0; tries < 100 && runs("63.25"); tries++) {
      Thread.sleep(50);
    }
    assertThat(runs("63.25")).isFalse();
  }

  @Test
  void interruptingTheCallerEndsTheChild() throws InterruptedException {
    var failure = new Throwable[1];
    var caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    limited(Duration.ofSeconds(60))
                        .read(shell("sleep 64.25"), output -> output.readAllBytes());
                  } catch (ChildFailedException e) {
                    failure[0] = e;
                  }
                });
    for (int tries = 0; tries < 200 && !runs("64.25"); tries++) {
      Thread.sleep(20);
    }
    caller.interrupt();
    caller.join(Duration.ofSeconds(30));
    assertThat(failure[0]).isInstanceOf(ChildFailedException.class).hasMessage("interrupted");
  }

  @Test
  void memoryIsBounded() {
    assertThatThrownBy(
            () ->
                new LimitedProcess(Duration.ofSeconds(30), 64 << 20, 0)
                    .read(
                        shell("dd if=/dev/zero of=/dev/null bs=256M count=1"),
                        output -> output.readAllBytes()))
        .isInstanceOf(ChildFailedException.class)
        .hasMessageContaining("memory");
  }

  @Test
  void aReadingChildCannotWriteFiles() throws Exception {
    var target = folder.resolve("written");
    assertThatThrownBy(
            () ->
                limited(Duration.ofSeconds(30))
                    .read(shell("echo hello > " + target), output -> output.readAllBytes()))
        .isInstanceOf(ChildFailedException.class);
    assertThat(Files.size(target)).isZero();
  }

  @Test
  void argumentsAreNeverReadAsShellText() throws ChildFailedException {
    var nasty = "$(echo no) ; `echo no` \"'";
    var outcome =
        limited(Duration.ofSeconds(30))
            .read(List.of("/bin/echo", nasty), output -> output.readAllBytes());
    assertThat(new String(outcome.output(), StandardCharsets.UTF_8)).isEqualTo(nasty + "\n");
  }

  @Test
  void theEnvironmentIsNotHandedDown() throws ChildFailedException {
    var outcome =
        limited(Duration.ofSeconds(30))
            .read(List.of("/usr/bin/env"), output -> output.readAllBytes());
    assertThat(new String(outcome.output(), StandardCharsets.UTF_8).lines())
        .allMatch(line -> line.matches("(LC_ALL|LD_LIBRARY_PATH|PWD|OLDPWD|SHLVL|_)=.*"));
  }

  @Test
  void messagesAreKeptOnlyUpToABound() {
    assertThatThrownBy(
            () ->
                limited(Duration.ofSeconds(30))
                    .read(
                        shell(
                            "i=0; while [ $i -lt 20000 ]; do echo 0123456789 >&2; i=$((i+1)); "
                                + "done; exit 3"),
                        output -> output.readAllBytes()))
        .isInstanceOf(ChildFailedException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeBetween(10_000, 16_384));
  }
}
