package org.yuyin.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A server's {@code postmaster.pid}: what its last start left, whether it still runs or not.
 *
 * @param pid process number of the server
 * @param port where it listens; empty while it starts
 */
record PidFile(long pid, OptionalInt port) {
  private static final String NAME = "postmaster.pid";
  private static final int PORT_LINE = 3;

  /** Empty when the cluster has none, or one without a process number. */
  static Optional<PidFile> of(Path cluster) {
    List<String> lines;
    try {
      lines = Files.readAllLines(cluster.resolve(NAME));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw IoProblems.reading(cluster.resolve(NAME), e);
    }
    try {
      return Optional.of(new PidFile(Long.parseLong(lines.getFirst().strip()), port(lines)));
    } catch (NumberFormatException | java.util.NoSuchElementException e) {
      return Optional.empty();
    }
  }

  /** Removes it: only right when {@link #serverRuns} is false but its number is in use. */
  static void delete(Path cluster) {
    try {
      Files.deleteIfExists(cluster.resolve(NAME));
    } catch (IOException e) {
      throw IoProblems.writing(cluster.resolve(NAME), e);
    }
  }

  /** Whether the process is alive and a PostgreSQL server: numbers are used again. */
  boolean serverRuns() {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .filter(program -> Path.of(program).endsWith("postgres"))
        .isPresent();
  }

  /** Whether any process has that number, a server or not. */
  boolean numberInUse() {
    return ProcessHandle.of(pid).isPresent();
  }

  private static OptionalInt port(List<String> lines) {
    return lines.size() > PORT_LINE
        ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip()))
        : OptionalInt.empty();
  }
}
