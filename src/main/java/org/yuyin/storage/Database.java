package org.yuyin.storage;

import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The database with its tables in place. Every repository works on {@link #pool}; commands and
 * jobs, which run on threads of their own, wait with {@code await()}.
 */
public final class Database implements AutoCloseable {
  private static final int POOL_SIZE = 16;
  private static final String OURS = "yuyin"; // how a server that is not ours calls us

  private final Optional<EmbeddedPostgres> server;
  private final Vertx vertx;
  private final Pool pool;
  private final PgConnectOptions options;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Database(
      Optional<EmbeddedPostgres> server, Vertx vertx, Pool pool, PgConnectOptions options) {
    this.server = server;
    this.vertx = vertx;
    this.pool = pool;
    this.options = options;
  }

  /**
   * Opens the given server, or starts or joins the embedded one, and brings its tables up to date.
   *
   * @throws InputException when the address is wrong, the server cannot be reached or started
   */
  public static Database open(StorageSettings settings) {
    settings.folder().create();
    return open(settings, settings.folder().cache());
  }

  static Database open(StorageSettings settings, Path cache) {
    if (settings.databaseUrl().isPresent()) {
      var address = ServerAddress.parse(settings.databaseUrl().get());
      checkReachable(address);
      migrate(address, OURS);
      return connect(Optional.empty(), address, OURS);
    }
    var server = EmbeddedPostgres.join(settings.folder(), cache);
    try {
      migrate(server.address(), server.helper());
      return connect(Optional.of(server), server.address(), server.helper());
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Connections to the database. */
  public Pool pool() {
    return pool;
  }

  /** A connection beside the pool that hears notifications; the caller connects and closes it. */
  public PgSubscriber subscriber() {
    return PgSubscriber.subscriber(vertx, options);
  }

  /** The event loops that the pool runs on. */
  public Vertx vertx() {
    return vertx;
  }

  /** Closes the pool and leaves the server, which stops when nobody else uses it. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    pool.close().await();
    vertx.close().await();
    server.ifPresent(EmbeddedPostgres::close);
  }

  private static void checkReachable(ServerAddress address) {
    try {
      ServerSession.open(address, OURS).close();
    } catch (SQLException e) {
      throw new InputException(
          "the database %s cannot be reached: %s".formatted(address, firstLine(e)), e);
    }
  }

  private static void migrate(ServerAddress address, String applicationName) {
    try {
      Flyway.configure()
          .dataSource(
              address.jdbcUrl() + "&ApplicationName=" + applicationName,
              address.user(),
              address.password())
          .locations("classpath:db/migration")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new InputException(
          "the tables of %s cannot be brought up to date: %s".formatted(address, firstLine(e)), e);
    }
  }

  private static Database connect(
      Optional<EmbeddedPostgres> server, ServerAddress address, String applicationName) {
    var options =
        new PgConnectOptions()
            .setHost(address.host())
            .setPort(address.port())
            .setDatabase(address.database())
            .setUser(address.user())
            .setPassword(address.password())
            .setCachePreparedStatements(true)
            .setSslMode(SslMode.of(address.sslMode()))
            .setSslOptions(new ClientSSLOptions().setTrustAll(true))
            .addProperty("application_name", applicationName);
    var vertx = Vertx.vertx();
    var pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(POOL_SIZE))
            .connectingTo(options)
            .using(vertx)
            .build();
    return new Database(server, vertx, pool, options);
  }

  private static String firstLine(Exception e) {
    var message = e.getMessage();
    return message == null
        ? e.getClass().getSimpleName()
        : message.lines().filter(line -> !line.isBlank()).findFirst().orElse("no reason given");
  }
}
