package org.yuyin.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yuyin.storage.InputException;

/** Who may sign in: the {@code account} table (migration V020). Rows are never deleted. */
public final class Users {
  private static final String ANY = "SELECT EXISTS (SELECT FROM account) AS any";

  private static final String ALL =
      "SELECT " + User.COLUMNS + " FROM account ORDER BY disabled_at IS NOT NULL, lower(name)";

  private static final String BY_NAME =
      "SELECT " + User.COLUMNS + ", password FROM account WHERE lower(name) = lower($1)";

  private static final String BY_ID =
      "SELECT " + User.COLUMNS + ", password FROM account WHERE id = $1";

  // Two who add the first user, or take the last owner away, go one after the other.
  private static final String LOCK = "LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE";

  private static final String ADD =
      """
      INSERT INTO account (name, role, password, created_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT DO NOTHING
      RETURNING
      """
          + " "
          + User.COLUMNS;

  private static final String SET_ROLE = "UPDATE account SET role = $2 WHERE id = $1";

  private static final String DISABLE =
      "UPDATE account SET disabled_at = coalesce(disabled_at, $2) WHERE id = $1";

  private static final String ENABLE = "UPDATE account SET disabled_at = NULL WHERE id = $1";

  private static final String SET_PASSWORD = "UPDATE account SET password = $2 WHERE id = $1";

  private static final String OWNERS =
      "SELECT count(*) AS owners FROM account WHERE role = 'owner' AND disabled_at IS NULL";

  private final Pool pool;
  private final Clock clock;

  // Rows are never deleted, so once there is a user there always will be.
  private volatile boolean seen;

  Users(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * A user and what is kept of the password.
   *
   * @param hash argon2id
   */
  record Credentials(User user, String hash) {}

  /** Whether there are accounts at all; until then the studio is open to its machine. */
  public Future<Boolean> any() {
    return seen ? Future.succeededFuture(true) : any(pool).onSuccess(found -> seen = found);
  }

  private static Future<Boolean> any(SqlClient client) {
    return client.query(ANY).execute().map(rows -> rows.iterator().next().getBoolean("any"));
  }

  /** Everybody, those who may not sign in last. */
  public Future<List<User>> all() {
    return pool.query(ALL).mapping(User::of).execute().map(rows -> rows.stream().toList());
  }

  /** By name, written in capitals or not. */
  public Future<Optional<User>> named(String name) {
    return credentials(name).map(found -> found.map(Credentials::user));
  }

  /** By number. */
  public Future<Optional<User>> byId(long id) {
    return credentials(id).map(found -> found.map(Credentials::user));
  }

  Future<Optional<Credentials>> credentials(String name) {
    return credentials(BY_NAME, Tuple.of(name));
  }

  Future<Optional<Credentials>> credentials(long id) {
    return credentials(BY_ID, Tuple.of(id));
  }

  private Future<Optional<Credentials>> credentials(String query, Tuple values) {
    return pool.preparedQuery(query)
        .mapping(row -> new Credentials(User.of(row), row.getString("password")))
        .execute(values)
        .map(rows -> rows.stream().findFirst());
  }

  /** Runs changes one after the other, whole or not at all; an owner must be left at the end. */
  <T> Future<T> changing(Function<SqlConnection, Future<T>> change) {
    return pool.withTransaction(
        connection ->
            connection
                .query(LOCK)
                .execute()
                .compose(_ -> change.apply(connection))
                .compose(done -> requireOwner(connection).map(done)));
  }

  private static Future<Void> requireOwner(SqlConnection connection) {
    return connection
        .query(OWNERS)
        .execute()
        .map(
            rows -> {
              if (rows.iterator().next().getLong("owners") == 0) {
                throw new InputException(
                    "somebody must be owner: make another user an owner first");
              }
              return null;
            });
  }

  Future<User> add(SqlConnection connection, String name, Role role, String hash) {
    return connection
        .preparedQuery(ADD)
        .mapping(User::of)
        .execute(Tuple.of(name, role.key(), hash, Times.column(clock.instant())))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .orElseThrow(
                        () -> new InputException("there is a user %s already".formatted(name))));
  }

  /** Fails unless there is nobody yet. */
  static Future<Void> requireNobody(SqlConnection connection) {
    return any(connection)
        .map(
            found -> {
              if (found) {
                throw new InputException("there are accounts already; sign in instead");
              }
              return null;
            });
  }

  static Future<Void> setRole(SqlClient client, long id, Role role) {
    return run(client, SET_ROLE, Tuple.of(id, role.key()));
  }

  Future<Void> setDisabled(SqlClient client, long id, boolean disabled) {
    return disabled
        ? run(client, DISABLE, Tuple.of(id, Times.column(clock.instant())))
        : run(client, ENABLE, Tuple.of(id));
  }

  static Future<Void> setPassword(SqlClient client, long id, String hash) {
    return run(client, SET_PASSWORD, Tuple.of(id, hash));
  }

  private static Future<Void> run(SqlClient client, String statement, Tuple values) {
    return client.preparedQuery(statement).execute(values).mapEmpty();
  }
}
