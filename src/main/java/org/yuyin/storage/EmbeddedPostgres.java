package org.yuyin.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server of a data folder, shared by every process that works on it: the first starts it,
 * others join, the last to leave stops it. Each keeps one session open under its member's name, and
 * the server's own list of sessions says who is there; a killed process vanishes from it by itself.
 * Sessions take a moment to vanish, so those of a pool, and one that is about to be closed, bear
 * another name and do not count. A server that was killed under its members is started again at the
 * same address by the first of them who notices, and their pools go on.
 */
final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String DATABASE = "yuyin";
  private static final String FIRST_DATABASE = "postgres";
  private static final Duration LOCK = Duration.ofMinutes(6);
  private static final Duration GUARD = Duration.ofSeconds(1);
  private static final int SESSION_SECONDS = 10;
  private static final Duration ANSWER = Duration.ofMinutes(5);
  private static final String HELPER = "/helper"; // nobody else's name has a slash
  private static final String CANNOT_CONNECT_NOW = "57P03";
  private static final String CONNECTION_PROBLEM = "08";

  private final PostgresCluster cluster;
  private final Path lockFile;
  private final ServerAddress address;
  private final String member;
  private final ScheduledExecutorService guard =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("postgres-guard").factory());
  private Connection session;

  private EmbeddedPostgres(
      PostgresCluster cluster,
      Path lockFile,
      ServerAddress address,
      String member,
      Connection session) {
    this.cluster = cluster;
    this.lockFile = lockFile;
    this.address = address;
    this.member = member;
    this.session = session;
    guard.scheduleWithFixedDelay(
        this::lookAfterServer, GUARD.toMillis(), GUARD.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Makes the cluster when there is none, starts the server when it does not run, and joins it.
   *
   * @param cache where the server's programs are unpacked
   */
  static EmbeddedPostgres join(DataFolder folder, Path cache) {
    return join(folder, cache, ServerAccount::find);
  }

  static EmbeddedPostgres join(DataFolder folder, Path cache, ServerAccount.Choice accounts) {
    var cluster = new PostgresCluster(folder.postgres(), folder.temporary(), cache, accounts);
    var lockFile = folder.root().resolve("postgres.lock");
    var member = "yuyin-%d-%s".formatted(ProcessHandle.current().pid(), UUID.randomUUID());
    try (var _ = ProcessLock.acquire(lockFile, LOCK)) {
      if (!cluster.exists()) {
        LOG.info("making the database in {}", folder.postgres());
        cluster.create();
      }
      return joinLocked(cluster, lockFile, member);
    }
  }

  /** The database that everything lives in. */
  ServerAddress address() {
    return address;
  }

  /** What this member's further connections are called, which do not count as somebody there. */
  String helper() {
    return member + HELPER;
  }

  /** Leaves; the last one stops the server. The pool must have been closed. */
  @Override
  public void close() {
    guard.shutdownNow();
    leaveLast();
  }

  private synchronized void leaveLast() {
    try (var _ = ProcessLock.acquire(lockFile, LOCK)) {
      boolean last = isLast();
      leave();
      if (last) {
        cluster.stop();
      }
    } catch (IOException e) {
      LOG.warn("the database server was left running: {}", e.getMessage());
    }
  }

  /** Never throws: the schedule would end. */
  private synchronized void lookAfterServer() {
    try {
      if (!guard.isShutdown() && !session.isValid(SESSION_SECONDS)) {
        bringBack();
      }
    } catch (SQLException | RuntimeException e) {
      LOG.warn("the database server is not back yet: {}", e.getMessage());
    }
  }

  private void bringBack() throws SQLException {
    try (var _ = ProcessLock.acquire(lockFile, LOCK)) {
      var left = PidFile.of(cluster.folder());
      if (left.isEmpty() || !left.get().serverRuns()) {
        LOG.warn("the database server has ended; starting it again");
        if (left.isPresent() && left.get().numberInUse()) {
          PidFile.delete(cluster.folder());
        }
        cluster.startAt(address.port());
      }
      session.close();
      session = ServerSession.open(address, member);
      LOG.warn("the database server is back");
    }
  }

  private static EmbeddedPostgres joinLocked(
      PostgresCluster cluster, Path lockFile, String member) {
    long deadline = System.nanoTime() + ANSWER.toNanos();
    while (true) {
      var left = PidFile.of(cluster.folder());
      if (left.isEmpty() || !left.get().serverRuns()) {
        if (left.isPresent() && left.get().numberInUse()) {
          PidFile.delete(cluster.folder()); // the number now belongs to some other program
        }
        // Members of a server that was killed know it by its port.
        left.map(PidFile::port)
            .orElseGet(OptionalInt::empty)
            .ifPresentOrElse(cluster::startAt, cluster::start);
        continue;
      }
      if (left.get().port().isPresent()) {
        var server = serverOf(cluster, left.get().port().getAsInt());
        try {
          createDatabase(server, member + HELPER);
          var address = server.withDatabase(DATABASE);
          return new EmbeddedPostgres(
              cluster, lockFile, address, member, ServerSession.open(address, member));
        } catch (SQLException e) {
          waitOrGiveUp(e, deadline, left.get(), cluster);
          continue;
        }
      }
      waitOrGiveUp(null, deadline, left.get(), cluster);
    }
  }

  private static ServerAddress serverOf(PostgresCluster cluster, int port) {
    return new ServerAddress(
        "127.0.0.1", port, FIRST_DATABASE, PostgresCluster.USER, cluster.password(), "disable");
  }

  private static void createDatabase(ServerAddress server, String name) throws SQLException {
    try (var connection = ServerSession.open(server, name);
        var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(DATABASE))) {
      if (!found.next()) {
        try (var creation = connection.createStatement()) {
          creation.execute("CREATE DATABASE " + DATABASE);
        }
      }
    }
  }

  /** A server that starts, recovers or stops refuses for a while. */
  private static void waitOrGiveUp(
      @Nullable SQLException refusal, long deadline, PidFile server, PostgresCluster cluster) {
    var passing =
        refusal == null
            || CANNOT_CONNECT_NOW.equals(refusal.getSQLState())
            || (refusal.getSQLState() != null
                && refusal.getSQLState().startsWith(CONNECTION_PROBLEM));
    if (!passing || System.nanoTime() > deadline) {
      throw new InputException(
          "the database server of %s (process %d) does not take us in: %s"
              .formatted(
                  cluster.folder(),
                  server.pid(),
                  refusal == null ? "it does not start" : refusal.getMessage()),
          refusal);
    }
    try {
      Thread.sleep(Duration.ofMillis(100));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("interrupted while waiting for the database", e);
    }
  }

  private void leave() {
    try (var leaving = session;
        var statement = leaving.createStatement()) {
      statement.execute("SET application_name = '%s'".formatted(helper()));
    } catch (SQLException e) {
      LOG.debug("the session was broken already", e);
    }
  }

  /**
   * Whether nobody else has a session; false as well when the server does not answer. Our own
   * session asks, since on a busy machine a new one can take its time.
   */
  private boolean isLast() {
    try {
      return isLast(session);
    } catch (SQLException e) {
      LOG.debug("our session was broken", e);
    }
    try (var connection = ServerSession.open(address, helper())) {
      return isLast(connection);
    } catch (SQLException e) {
      LOG.debug("the database server does not answer", e);
      return false;
    }
  }

  private boolean isLast(Connection asking) throws SQLException {
    var others =
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND application_name <> ?
          AND NOT (application_name LIKE 'yuyin-%' AND application_name LIKE '%' || ?)
        """;
    try (var statement = asking.prepareStatement(others)) {
      statement.setString(1, member);
      statement.setString(2, HELPER);
      try (var rows = statement.executeQuery()) {
        return rows.next() && rows.getLong(1) == 0;
      }
    }
  }
}
