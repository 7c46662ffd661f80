package org.yuyin.storage;

import io.micrometer.core.instrument.Metrics;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

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
  private final ServerAddress address;
  private final String applicationName;
  private final Schema schema;
  private final PgConnectOptions options;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Database(
      Optional<EmbeddedPostgres> server,
      ServerAddress address,
      String applicationName,
      Vertx vertx,
      Pool pool,
      PgConnectOptions options) {
    this.server = server;
    this.address = address;
    this.applicationName = applicationName;
    this.schema = new Schema(address, applicationName);
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
    return prepared(settings, cache, Database::migrate);
  }

  /** The same with the tables as they are, or without any: for those who only look. */
  public static Database openAsItIs(StorageSettings settings) {
    settings.folder().create();
    return prepared(settings, settings.folder().cache(), database -> {});
  }

  /**
   * Opens a database that has no tables and makes them as they were at a version, for a restore;
   * {@link #migrate} then brings them up to date.
   *
   * @throws InputException when there are tables already, or the version is newer than this program
   */
  public static Database openEmpty(StorageSettings settings, String version) {
    return prepared(settings, settings.folder().cache(), database -> database.makeTables(version));
  }

  private static Database prepared(
      StorageSettings settings, Path cache, Consumer<Database> preparation) {
    var database = connect(settings, cache);
    try {
      preparation.accept(database);
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Database connect(StorageSettings settings, Path cache) {
    if (settings.databaseUrl().isPresent()) {
      var address = ServerAddress.parse(settings.databaseUrl().get());
      checkReachable(address);
      return connect(Optional.empty(), address, OURS);
    }
    var server = EmbeddedPostgres.join(settings.folder(), cache);
    return connect(Optional.of(server), server.address(), server.helper());
  }

  /** Brings the tables up to date. */
  public void migrate() {
    schema.migrate();
  }

  /** The version of the tables; empty when there are none. */
  public Optional<String> schemaVersion() {
    return schema.version();
  }

  /** The version that this program brings tables to. */
  public String newestSchema() {
    return schema.newest();
  }

  private void makeTables(String version) {
    if (schema.version().isPresent()) {
      throw new InputException(
          "the database %s holds tables already; restore into one that is empty"
              .formatted(address));
    }
    schema.migrateTo(version);
  }

  /**
   * A session of JDBC, for what the pool cannot do: copying whole tables. The caller closes it.
   *
   * @throws InputException when the server does not take it in
   */
  public Connection session() {
    try {
      return ServerSession.open(address, applicationName);
    } catch (SQLException e) {
      throw new InputException(
          "the database %s cannot be reached: %s".formatted(address, firstLine(e)), e);
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
    // What it measures goes to whoever listens to the global registry.
    var vertx =
        Vertx.builder()
            .with(watched(new VertxOptions().setMetricsOptions(measured())))
            .withMetrics(new MicrometerMetricsFactory(Metrics.globalRegistry))
            .build();
    var pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(POOL_SIZE))
            .connectingTo(options)
            .using(vertx)
            .build();
    return new Database(server, address, applicationName, vertx, pool, options);
  }

  /** With {@code -Dyuyin.loop.ms=50} the log tells what keeps an event loop busy for longer. */
  private static VertxOptions watched(VertxOptions options) {
    int milliseconds = Integer.getInteger("yuyin.loop.ms", 0);
    return milliseconds == 0
        ? options
        : options
            .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
            .setMaxEventLoopExecuteTime(milliseconds)
            .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
            .setBlockedThreadCheckInterval(Math.max(1, milliseconds / 2));
  }

  /** Labels with few values only: routes, never paths. */
  private static MicrometerMetricsOptions measured() {
    var options = new MicrometerMetricsOptions().setMeterCacheEnabled(true);
    options.setEnabled(true);
    return options
        .setLabels(
            EnumSet.of(
                Label.HTTP_METHOD,
                Label.HTTP_CODE,
                Label.HTTP_ROUTE,
                Label.POOL_TYPE,
                Label.POOL_NAME))
        .addDisabledMetricsCategory(MetricsDomain.EVENT_BUS)
        .addDisabledMetricsCategory(MetricsDomain.NET_SERVER)
        .addDisabledMetricsCategory(MetricsDomain.NET_CLIENT)
        .addDisabledMetricsCategory(MetricsDomain.HTTP_CLIENT);
  }

  static String firstLine(Exception e) {
    var message = e.getMessage();
    return message == null
        ? e.getClass().getSimpleName()
        : message.lines().filter(line -> !line.isBlank()).findFirst().orElse("no reason given");
  }
}
