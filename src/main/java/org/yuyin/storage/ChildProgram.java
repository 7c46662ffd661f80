package org.yuyin.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a short program to its end. */
final class ChildProgram {
  private ChildProgram() {}

  /**
   * What a program said.
   *
   * @param exitCode 0 means success
   * @param output standard output and standard error together
   */
  record Outcome(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  /**
   * Runs it without input. Output goes through a file, not a pipe: a server that the program leaves
   * behind would hold a pipe open for ever.
   *
   * @param longest after which it is killed and counts as failed
   * @throws IOException when the program is not there
   */
  static Outcome run(List<String> command, Path temporary, Duration longest) throws IOException {
    var output = Files.createTempFile(temporary, "program-", ".log");
    try {
      var process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .directory(new java.io.File("/"))
              .start();
      var ended = process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      var said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
      return new Outcome(ended ? process.exitValue() : -1, said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("interrupted while waiting for " + command.getFirst(), e);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
