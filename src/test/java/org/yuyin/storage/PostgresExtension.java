package org.yuyin.storage;

import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real PostgreSQL for tests: one server for all test classes of a JVM, a fresh migrated database
 * and an empty data folder for each class.
 *
 * <pre>{@code
 * @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();
 * }</pre>
 */
public final class PostgresExtension implements BeforeAllCallback, AfterAllCallback {
  /** Where test JVMs share the unpacked server. */
  static final Path CACHE = Path.of("target", "postgres-cache").toAbsolutePath();

  private @Nullable DataFolder folder;
  private @Nullable Database database;
  private @Nullable String url;
  private @Nullable Server server;

  /** The database of this test class. */
  public Database database() {
    return Objects.requireNonNull(database);
  }

  /** Its pool. */
  public Pool pool() {
    return database().pool();
  }

  /** Its URL, for a program that is given {@code --database-url}. */
  public String url() {
    return Objects.requireNonNull(url);
  }

  /** The URL of a further database, which is empty. */
  public String freshUrl() {
    try {
      return Objects.requireNonNull(server).freshDatabase();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The data folder of this test class. */
  public DataFolder folder() {
    return Objects.requireNonNull(folder);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    server =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(PostgresExtension.class))
            .getOrComputeIfAbsent(Server.class, _ -> new Server(), Server.class);
    folder = new DataFolder(Files.createTempDirectory("yuyin-test-")).create();
    url = server.freshDatabase();
    database = Database.open(new StorageSettings(folder, Optional.of(url)));
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    database().close();
    Folders.delete(folder().root());
  }

  /** The server of this JVM; stopped when the last test class has ended. */
  static final class Server implements AutoCloseable {
    private final DataFolder folder;
    private final EmbeddedPostgres postgres;

    Server() {
      try {
        folder = new DataFolder(Files.createTempDirectory("yuyin-postgres-")).create();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      postgres = EmbeddedPostgres.join(folder, CACHE);
    }

    String freshDatabase() throws SQLException {
      var name = "test_" + UUID.randomUUID().toString().replace("-", "");
      var server = postgres.address();
      try (var connection = ServerSession.open(server, postgres.helper());
          var statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      }
      return "postgresql://%s:%s@%s:%d/%s"
          .formatted(server.user(), server.password(), server.host(), server.port(), name);
    }

    @Override
    public void close() throws IOException {
      postgres.close();
      Folders.delete(folder.root());
    }
  }
}
