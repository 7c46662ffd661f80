package org.yuyin.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The cluster of the embedded server: made once, started and stopped by PostgreSQL's own programs.
 * The caller holds the {@link ProcessLock}.
 */
final class PostgresCluster {
  static final String USER = "yuyin";
  private static final Duration INIT = Duration.ofMinutes(5);
  private static final int START_SECONDS = 300;
  private static final int STOP_SECONDS = 60;
  private static final int START_ATTEMPTS = 20;
  private static final long LARGE_LOG_BYTES = 10_000_000;

  private final Path home;
  private final Path temporary;
  private final Path cache;
  private final ServerAccount.Choice accounts;

  /**
   * Does not touch anything yet.
   *
   * @param home holds the cluster and its password; made as a whole by {@link #create}
   * @param temporary scratch space on the same file system
   * @param cache where the programs are unpacked
   * @param accounts who runs the programs
   */
  PostgresCluster(Path home, Path temporary, Path cache, ServerAccount.Choice accounts) {
    this.home = home;
    this.temporary = temporary;
    this.cache = cache;
    this.accounts = accounts;
  }

  /** What PostgreSQL calls the data directory. */
  Path folder() {
    return home.resolve("cluster");
  }

  boolean exists() {
    return Files.isDirectory(home);
  }

  /** The password of the one account, which only the owner of the data folder can read. */
  String password() {
    try {
      return Files.readString(passwordFile(home)).strip();
    } catch (IOException e) {
      throw IoProblems.reading(passwordFile(home), e);
    }
  }

  /** Makes the cluster beside its place and renames it, so that there is never half a cluster. */
  void create() {
    var programs = PostgresPrograms.unpackedIn(cache);
    var account = accounts.choose(programs, temporary);
    try {
      var staging = Files.createTempDirectory(temporary, "postgres-");
      try {
        initialise(staging, programs, account);
        AtomicFile.moveInto(staging, home);
      } finally {
        Folders.delete(staging);
      }
    } catch (IOException e) {
      throw notMade(IoProblems.reason(e));
    }
  }

  /** Starts the server in a session of its own, so that a terminal's Ctrl-C does not reach it. */
  void start() {
    start(PostgresCluster::freePort);
  }

  /** The same where the server was before, for those who know that address, unless it is taken. */
  void startAt(int port) {
    start(() -> isFree(port) ? port : freePort());
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  @FunctionalInterface
  private interface Port {
    int choose() throws IOException;
  }

  private void start(Port port) {
    var programs = PostgresPrograms.unpackedIn(cache);
    var account = accounts.choose(programs, temporary);
    try {
      account.own(folder());
      shortenLog();
      for (int attempt = 1; ; attempt++) {
        var logBefore = logSize();
        var outcome = startOnce(programs, account, port.choose());
        if (outcome.succeeded()) {
          return;
        }
        var cause = lastFatalLine(logBefore, outcome.output());
        if (attempt == START_ATTEMPTS || !passing(cause)) {
          throw new InputException(
              "the database in %s does not start: %s (its log is %s)"
                  .formatted(home, cause, log()));
        }
        Thread.sleep(Duration.ofMillis(500));
      }
    } catch (IOException e) {
      throw IoProblems.writing(home, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("interrupted while starting the database", e);
    }
  }

  /** Ends the server after writing everything out; one that does not run is fine. */
  void stop() throws IOException {
    var programs = PostgresPrograms.unpackedIn(cache);
    var account = accounts.choose(programs, temporary);
    var outcome = control(programs, account, STOP_SECONDS, List.of("-m", "fast", "stop"));
    if (!outcome.succeeded() && PidFile.of(folder()).filter(PidFile::serverRuns).isPresent()) {
      throw new IOException("pg_ctl: " + outcome.output());
    }
  }

  private void initialise(Path staging, PostgresPrograms programs, ServerAccount account)
      throws IOException {
    Files.setPosixFilePermissions(staging, PosixFilePermissions.fromString("rwxr-xr-x"));
    var cluster = Files.createDirectory(staging.resolve("cluster"));
    var password = randomPassword();
    var ours = passwordFile(staging);
    var theirs = staging.resolve("first-password");
    for (var file : List.of(ours, theirs)) {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly()));
      Files.writeString(file, password + "\n");
    }
    account.own(cluster);
    account.own(theirs);
    var arguments =
        List.of(
            "--pgdata=" + cluster,
            "--username=" + USER,
            "--auth=scram-sha-256",
            "--pwfile=" + theirs,
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums",
            "--no-instructions",
            "--set=listen_addresses=127.0.0.1",
            "--set=unix_socket_directories=",
            "--set=max_connections=200",
            "--set=jit=off",
            "--set=log_timezone=UTC",
            "--set=timezone=UTC");
    var outcome =
        ChildProgram.run(account.command(programs.program("initdb"), arguments), temporary, INIT);
    if (!outcome.succeeded()) {
      throw notMade(cause(outcome.output()));
    }
    Files.delete(theirs);
  }

  private ChildProgram.Outcome startOnce(PostgresPrograms programs, ServerAccount account, int port)
      throws IOException {
    return control(
        programs,
        account,
        START_SECONDS,
        List.of("-l", log().toString(), "-o", "-p " + port, "start"));
  }

  private ChildProgram.Outcome control(
      PostgresPrograms programs, ServerAccount account, int seconds, List<String> action)
      throws IOException {
    var arguments =
        new java.util.ArrayList<>(
            List.of("-D", folder().toString(), "-s", "-w", "-t", String.valueOf(seconds)));
    arguments.addAll(action);
    return ChildProgram.run(
        account.command(programs.program("pg_ctl"), arguments),
        temporary,
        Duration.ofSeconds(seconds + 30L));
  }

  // Somebody may take the port before the server does; the start is then tried with another.
  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Reasons that pass: a port just taken, or children of a killed server that have not ended. */
  private static boolean passing(String cause) {
    return cause.contains("could not create any TCP/IP sockets")
        || cause.contains("pre-existing shared memory block");
  }

  private Path log() {
    return folder().resolve("server.log");
  }

  private long logSize() throws IOException {
    return Files.exists(log()) ? Files.size(log()) : 0;
  }

  private void shortenLog() throws IOException {
    if (logSize() > LARGE_LOG_BYTES) {
      Files.delete(log());
    }
  }

  private String lastFatalLine(long from, String otherwise) throws IOException {
    if (!Files.exists(log())) {
      return cause(otherwise);
    }
    var bytes = Files.readAllBytes(log());
    int start = (int) Math.min(from, bytes.length);
    return cause(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8));
  }

  /** The line that says why, out of everything that a program printed. */
  private static String cause(String output) {
    if (output.contains("No space left on device")) {
      return "the disk is full";
    }
    var lines = output.lines().filter(line -> !line.isBlank()).toList();
    for (var mark : List.of("FATAL:", "PANIC:", "error:")) {
      for (var line : lines.reversed()) {
        if (line.contains(mark)) {
          return line.substring(line.indexOf(mark) + mark.length()).strip();
        }
      }
    }
    return lines.isEmpty() ? "it gives no reason" : lines.getLast();
  }

  private InputException notMade(String cause) {
    return new InputException("the database cannot be made in %s: %s".formatted(home, cause));
  }

  private static Path passwordFile(Path folder) {
    return folder.resolve("password");
  }

  private static java.util.Set<java.nio.file.attribute.PosixFilePermission> ownerOnly() {
    return PosixFilePermissions.fromString("rw-------");
  }

  private static String randomPassword() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes).toLowerCase(Locale.ROOT);
  }
}
