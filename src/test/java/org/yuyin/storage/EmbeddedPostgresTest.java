package org.yuyin.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests share one cluster; each finds its server stopped and leaves it stopped. */
class EmbeddedPostgresTest {
  private static final ServerAccount NOBODY =
      new ServerAccount(
          List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), 65534);

  @TempDir static Path root;
  private static DataFolder folder;

  @BeforeAll
  static void prepare() throws IOException {
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    folder = new DataFolder(root.resolve("data folder")).create();
  }

  @AfterEach
  void stopped() {
    assertThat(serverProcess()).as("server left running").isZero();
  }

  @Test
  void rowsSurviveARestart() {
    try (var database = open()) {
      insert(database, "kept");
    }
    assertThat(serverProcess()).isZero();
    try (var database = open()) {
      assertThat(categories(database)).contains("kept");
    }
  }

  @Test
  void everyCommittedRowIsOnTheDisk() {
    try (var database = open()) {
      assertThat(setting(database, "fsync")).isEqualTo("on");
      assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void thePasswordIsItsOwnersSecretAndIsAskedFor() throws IOException, SQLException {
    try (var server = EmbeddedPostgres.join(folder, PostgresExtension.CACHE)) {
      var file = folder.postgres().resolve("password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      var address = server.address();
      var stranger =
          new ServerAddress(
              address.host(), address.port(), "yuyin", address.user(), "guess", "disable");
      assertThatThrownBy(() -> ServerSession.open(stranger, "x").close())
          .hasMessageContaining("password");
    }
  }

  @Test
  void anotherProcessJoinsAndTheLastToLeaveStopsTheServer() throws Exception {
    var ours = open();
    long server = serverProcess();
    try (var child = DatabaseChild.open(folder.root(), "joined")) {
      assertThat(categories(ours)).contains("joined");
      ours.close();
      assertThat(serverProcess()).isEqualTo(server);
    }
  }

  @Test
  void manyOpeningAtOnceShareOneServer() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<Long> openAndClose =
          () -> {
            try (var database = open()) {
              return categories(database).stream().count();
            }
          };
      for (var opened : threads.invokeAll(List.of(openAndClose, openAndClose, openAndClose))) {
        assertThat(opened.get()).isNotNegative();
      }
    }
  }

  @Test
  void theServerOfAKilledProcessIsJoinedAndStopped() throws Exception {
    DatabaseChild.open(folder.root(), "killed").kill();
    long orphan = serverProcess();
    assertThat(orphan).isPositive();
    try (var database = open()) {
      assertThat(serverProcess()).isEqualTo(orphan);
      assertThat(categories(database)).contains("killed");
    }
  }

  @Test
  void aKilledServerIsStartedAnewWithAllCommittedRows() throws Exception {
    DatabaseChild.open(folder.root(), "both killed").kill();
    long killed = serverProcess();
    EmbeddedServer.kill(folder);
    try (var database = open()) {
      assertThat(serverProcess()).isPositive().isNotEqualTo(killed);
      assertThat(categories(database)).contains("both killed");
    }
  }

  @Test
  void aServerKilledUnderItsMembersComesBackAndTheirPoolsGoOn() throws Exception {
    try (var first = open();
        var second = open()) {
      insert(first, "before");
      EmbeddedServer.kill(folder);
      try (var newcomer = open()) { // who may be the one that starts it
        awaitRow(newcomer, "before");
      }
      awaitRow(second, "before");
      insert(second, "after");
      awaitRow(first, "after");
      assertThat(EmbeddedServer.process(folder)).isNotZero();
    }
    assertThat(EmbeddedServer.process(folder)).as("the last to leave stops it").isZero();
  }

  @Test
  void aStalePidFileWhoseNumberIsInUseAgainDoesNotStopTheStart() throws Exception {
    open().close();
    var stale = "%d\n%s\n1\n5432\n\n127.0.0.1\n".formatted(ProcessHandle.current().pid(), root);
    Files.writeString(folder.postgres().resolve("cluster").resolve("postmaster.pid"), stale);
    try (var database = open()) {
      assertThat(categories(database)).isNotNull();
    }
  }

  @Test
  void aClusterMovesBetweenTheWaysOfGivingUpRoot() {
    assumeTrue(new UnixSystem().getUid() == 0, "needs root");
    open().close();
    try (var server = EmbeddedPostgres.join(folder, PostgresExtension.CACHE, (_, _) -> NOBODY)) {
      assertThat(server.address().port()).isPositive();
    }
    open().close();
  }

  @Test
  void withoutAnyWayOfGivingUpRootTheUserIsToldWhatToDo() {
    var useless = new ServerAccount(List.of("no-such-program"), 0);
    var programs = PostgresPrograms.unpackedIn(PostgresExtension.CACHE);
    assertThatThrownBy(() -> ServerAccount.instead(List.of(useless), programs, folder.temporary()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--database-url");
  }

  /** As a page is loaded again until the database is back. */
  private static void awaitRow(Database database, String category) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (true) {
      try {
        assertThat(categories(database)).contains(category);
        return;
      } catch (Exception e) { // waiting for the database also throws checked ones
        assertThat(System.nanoTime()).as("still away: " + e).isLessThan(end);
        Thread.sleep(100);
      }
    }
  }

  private static Database open() {
    return Database.open(StorageSettings.embedded(folder), PostgresExtension.CACHE);
  }

  private static long serverProcess() {
    return EmbeddedServer.process(folder);
  }

  private static void insert(Database database, String category) {
    var insert = "INSERT INTO category VALUES ('%s', 'x', 'user')".formatted(category);
    database.pool().query(insert).execute().await();
  }

  private static List<String> categories(Database database) {
    var rows = database.pool().query("SELECT name FROM category").execute().await();
    return rows.stream().map(row -> row.getString(0)).toList();
  }

  private static String setting(Database database, String name) {
    var rows = database.pool().query("SHOW " + name).execute().await();
    return rows.iterator().next().getString(0);
  }
}
