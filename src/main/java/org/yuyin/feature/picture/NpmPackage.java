package org.yuyin.feature.picture;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.yuyin.storage.InputException;

/**
 * Downloads a package's tarball by {@code npm pack}: npm knows the registry and proxy of this
 * machine and checks the tarball's integrity. Nothing of the package is run.
 *
 * @param name with version, such as {@code nsfwjs@4.4.0}
 * @param longest after which npm is killed
 */
record NpmPackage(String name, Duration longest) {
  /** The tarball, in the folder; every failure is an {@link InputException} in one line. */
  Path packInto(Path folder) {
    try {
      var messages = folder.resolve("npm.log");
      var process = start(folder, messages);
      waitFor(process);
      if (process.exitValue() != 0) {
        throw new InputException("npm cannot fetch %s: %s".formatted(name, reason(messages)));
      }
      return tarball(folder);
    } catch (IOException e) {
      throw new InputException(
          "%s needs npm, which cannot be started here: install Node.js".formatted(name), e);
    }
  }

  private Process start(Path folder, Path messages) throws IOException {
    var command =
        List.of(
            "npm",
            "pack",
            name,
            "--ignore-scripts",
            "--loglevel=error",
            "--fetch-retries=1",
            "--fetch-retry-mintimeout=1000");
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true)
        .redirectOutput(messages.toFile())
        .start();
  }

  private void waitFor(Process process) {
    try {
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new InputException(
            "npm did not fetch %s within %d s; try again with a better connection"
                .formatted(name, longest.toSeconds()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("interrupted while fetching " + name, e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** npm's first line with a message; its error codes and log file names help nobody here. */
  private static String reason(Path messages) throws IOException {
    var text = new String(Files.readAllBytes(messages), StandardCharsets.UTF_8);
    return text.lines()
        .map(line -> line.replaceFirst("^npm (error|ERR!)\\s*", "").strip())
        .filter(line -> line.contains(" ") && !line.matches("(code|errno|syscall|type) .*"))
        .findFirst()
        .orElse("it gave no reason");
  }

  private Path tarball(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".tgz"))
          .findFirst()
          .orElseThrow(() -> new InputException("npm fetched no tarball of " + name));
    }
  }
}
