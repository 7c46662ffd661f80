package org.yuyin.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The browsers in which people are signed in: the {@code account_session} table (migration V020). A
 * session ends when nobody has used it for a day, and after two weeks in any case.
 */
public final class Sessions {
  /** How long a session lives that is in use. */
  public static final Duration LONGEST = Duration.ofDays(14);

  private static final Duration LONGEST_IDLE = Duration.ofDays(1);
  // Writing down each use would be a write for each picture of a page.
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
  private static final int LONGEST_BROWSER = 200;

  private static final String COLUMNS =
      User.COLUMNS
          + ", account_session.id AS session_id, account_session.address,"
          + " account_session.browser, account_session.created_at AS session_created_at,"
          + " account_session.used_at FROM account_session"
          + " JOIN account ON account.id = account_session.account_id ";

  private static final String ADD =
      """
      INSERT INTO account_session (account_id, hash, address, browser, created_at, used_at)
      VALUES ($1, $2, $3, $4, $5, $5)
      """;

  private static final String FIND =
      "SELECT "
          + COLUMNS
          + """
            WHERE hash = $1 AND account_session.created_at > $2 AND used_at > $3
              AND disabled_at IS NULL
            """;

  private static final String OF_USER =
      "SELECT "
          + COLUMNS
          + """
            WHERE account_id = $1 AND account_session.created_at > $2 AND used_at > $3
            ORDER BY used_at DESC
            """;

  private static final String NOTE_USE = "UPDATE account_session SET used_at = $2 WHERE id = $1";

  private static final String END = "DELETE FROM account_session WHERE hash = $1";

  private static final String END_ALL = "DELETE FROM account_session WHERE account_id = $1";

  private static final String FORGET_ENDED =
      "DELETE FROM account_session WHERE created_at <= $1 OR used_at <= $2";

  private final Pool pool;
  private final Clock clock;

  Sessions(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Begins a session under a secret that nobody had before, and ends the browser's last one. */
  Future<String> open(SqlClient client, User user, Browser browser) {
    var secret = Secrets.fresh();
    var named = browser.name().replace("\0", "");
    var values =
        Tuple.of(
            user.id(),
            Secrets.hash(secret),
            browser.address(),
            named.substring(0, Math.min(named.length(), LONGEST_BROWSER)),
            Times.column(clock.instant()));
    return client
        .preparedQuery(FORGET_ENDED)
        .execute(Tuple.of(oldest(), idlest()))
        .compose(_ -> end(client, browser.secret().orElse("")))
        .compose(_ -> client.preparedQuery(ADD).execute(values))
        .map(secret);
  }

  /** Whose session it is; empty when it has ended or never was. */
  public Future<Optional<Session>> find(String secret) {
    return pool.preparedQuery(FIND)
        .mapping(Sessions::session)
        .execute(Tuple.of(Secrets.hash(secret), oldest(), idlest()))
        .map(rows -> rows.stream().findFirst())
        .compose(found -> found.map(this::noteUse).orElse(Future.succeededFuture(found)));
  }

  private Future<Optional<Session>> noteUse(Session session) {
    var now = clock.instant();
    return session.usedAt().isAfter(now.minus(NOTED_EVERY))
        ? Future.succeededFuture(Optional.of(session))
        : pool.preparedQuery(NOTE_USE)
            .execute(Tuple.of(session.id(), Times.column(now)))
            .map(Optional.of(session));
  }

  /** Where a user is signed in, the last used first. */
  public Future<List<Session>> of(long userId) {
    return pool.preparedQuery(OF_USER)
        .mapping(Sessions::session)
        .execute(Tuple.of(userId, oldest(), idlest()))
        .map(rows -> rows.stream().toList());
  }

  Future<Void> end(SqlClient client, String secret) {
    return client.preparedQuery(END).execute(Tuple.of(Secrets.hash(secret))).mapEmpty();
  }

  Future<Void> endAll(SqlClient client, long userId) {
    return client.preparedQuery(END_ALL).execute(Tuple.of(userId)).mapEmpty();
  }

  private OffsetDateTime oldest() {
    return Times.column(now().minus(LONGEST));
  }

  private OffsetDateTime idlest() {
    return Times.column(now().minus(LONGEST_IDLE));
  }

  private Instant now() {
    return clock.instant();
  }

  private static Session session(Row row) {
    return new Session(
        row.getLong("session_id"),
        User.of(row),
        row.getString("address"),
        row.getString("browser"),
        Times.of(row, "session_created_at"),
        Times.of(row, "used_at"));
  }
}
