package org.yuyin.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which database of which PostgreSQL server, and who we are there. Its text form hides the
 * password.
 *
 * @param sslMode {@code disable}, {@code prefer} or {@code require}, as libpq means them: the
 *     server's certificate is not verified
 */
record ServerAddress(
    String host, int port, String database, String user, String password, String sslMode) {
  private static final int STANDARD_PORT = 5432;
  private static final Set<String> SSL_MODES = Set.of("disable", "prefer", "require");

  /** Reads {@code postgresql://user:password@host:port/database[?sslmode=require]}. */
  static ServerAddress parse(String url) {
    URI uri;
    try {
      uri = new URI(url.strip());
    } catch (URISyntaxException e) {
      throw wrong("it is no URL (special characters of a password are written as %XX)", e);
    }
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("postgresql") && !scheme.equals("postgres")) {
      throw wrong("it starts with \"%s:\"".formatted(scheme), null);
    }
    if (uri.getHost() == null) {
      throw wrong("it names no host", null);
    }
    var path = uri.getRawPath() == null ? "" : uri.getRawPath();
    if (path.length() < 2) {
      throw wrong("it names no database after the host", null);
    }
    var account = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    int colon = account.indexOf(':');
    var user = decode(colon < 0 ? account : account.substring(0, colon));
    if (user.isEmpty()) {
      throw wrong("it names no user before the host", null);
    }
    return new ServerAddress(
        uri.getHost(),
        uri.getPort() < 0 ? STANDARD_PORT : uri.getPort(),
        decode(path.substring(1)),
        user,
        colon < 0 ? "" : decode(account.substring(colon + 1)),
        sslMode(uri.getRawQuery()));
  }

  /** The same server and account, another database. */
  ServerAddress withDatabase(String other) {
    return new ServerAddress(host, port, other, user, password, sslMode);
  }

  /** For the JDBC driver; user and password are given apart. */
  String jdbcUrl() {
    var name = java.net.URLEncoder.encode(database, StandardCharsets.UTF_8);
    return "jdbc:postgresql://%s:%d/%s?sslmode=%s".formatted(host, port, name, sslMode);
  }

  @Override
  public String toString() {
    return "postgresql://%s@%s:%d/%s".formatted(user, host, port, database);
  }

  private static String sslMode(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return "prefer";
    }
    var mode = query.startsWith("sslmode=") ? query.substring("sslmode=".length()) : "";
    if (!SSL_MODES.contains(mode)) {
      throw wrong("of parameters it takes only sslmode=disable, prefer or require", null);
    }
    return mode;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  // Says nothing of the URL itself: it may carry a password.
  private static InputException wrong(String what, @Nullable Throwable cause) {
    return new InputException(
        "the database URL is wrong: %s; it should read postgresql://user:password@host:port/database"
            .formatted(what),
        cause);
  }
}
