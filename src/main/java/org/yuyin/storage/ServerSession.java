package org.yuyin.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens JDBC connections; everything but migrations and the embedded server uses the pool. */
final class ServerSession {
  private static final String TIMEOUT_SECONDS = "30"; // a busy machine may need ten

  private ServerSession() {}

  /**
   * A connection.
   *
   * @param applicationName shown in {@code pg_stat_activity}
   */
  static Connection open(ServerAddress address, String applicationName) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password());
    properties.setProperty("ApplicationName", applicationName);
    properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
    properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(address.jdbcUrl(), properties);
  }
}
