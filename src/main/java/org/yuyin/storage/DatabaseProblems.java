package org.yuyin.storage;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells failures of the database server from mistakes in what it was asked: the former can be
 * mended, and the same command then goes on.
 */
public final class DatabaseProblems {
  /** Disk full, and the general failure to write that a full disk can also be. */
  private static final Set<String> NO_ROOM = Set.of("53100", "58030");

  /** Shut down by somebody, crashed, or not yet ready (PostgreSQL's class 57P). */
  private static final String SERVER_ENDED = "57P";

  private static final String CLOSED = "Connection was closed"; // of Vert.x, without a type
  private static final int LONGEST_CHAIN = 20;

  private DatabaseProblems() {}

  /** One line about the server, where that is what failed. */
  public static Optional<InputException> explain(Throwable failure) {
    var cause = failure;
    for (int depth = 0; cause != null && depth < LONGEST_CHAIN; depth++) {
      var line = line(cause);
      if (line != null) {
        return Optional.of(new InputException(line, failure));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static @Nullable String line(Throwable cause) {
    return switch (cause) {
      case PgException refused when NO_ROOM.contains(refused.getSqlState()) ->
          "the database cannot write (%s); free some space on its disk and give the same command"
                  .formatted(refused.getErrorMessage())
              + " again";
      case PgException refused when refused.getSqlState().startsWith(SERVER_ENDED) -> gone(refused);
      case ClosedConnectionException closed -> gone(closed);
      case VertxException closed when CLOSED.equals(closed.getMessage()) -> gone(closed);
      case SocketException refused -> gone(refused);
      default -> null;
    };
  }

  private static String gone(Throwable cause) {
    return "the database server has gone (%s); its log says why; give the same command again"
        .formatted(
            String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given"));
  }
}
