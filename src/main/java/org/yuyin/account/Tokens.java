package org.yuyin.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.yuyin.storage.InputException;

/** Secrets for programs: the {@code account_token} table (migration V020). */
public final class Tokens {
  /** What every token begins with, so that a leaked one is recognised. */
  public static final String PREFIX = "yy_";

  /** Longest name of a token, in characters. */
  public static final int LONGEST_NAME = 60;

  private static final int MOST_LIVE = 100;
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private static final String COLUMNS =
      "SELECT "
          + User.COLUMNS
          + ", account_token.id AS token_id, account_token.name AS token_name,"
          + " account_token.role AS token_role, account_token.created_at AS token_created_at,"
          + " expires_at, used_at, revoked_at FROM account_token"
          + " JOIN account ON account.id = account_token.account_id ";

  private static final String ADD =
      """
      INSERT INTO account_token (account_id, name, hash, role, created_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      """;

  private static final String FIND = COLUMNS + "WHERE hash = $1 AND disabled_at IS NULL";

  private static final String OF_USER =
      COLUMNS + "WHERE account_id = $1 ORDER BY revoked_at IS NOT NULL, account_token.id DESC";

  private static final String NOTE_USE = "UPDATE account_token SET used_at = $2 WHERE id = $1";

  private static final String REVOKE =
      """
      UPDATE account_token SET revoked_at = $3
      WHERE id = $1 AND account_id = $2 AND revoked_at IS NULL RETURNING name
      """;

  private final Pool pool;
  private final Clock clock;
  private final AuditLog audit;

  Tokens(Pool pool, Clock clock, AuditLog audit) {
    this.pool = pool;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Makes a token; it can be read from the answer and never again.
   *
   * @param role no more than the user's own
   * @param lifetime empty for a token that does not expire
   */
  public Future<String> create(
      User user, String name, Role role, Optional<Duration> lifetime, Actor actor) {
    if (!user.role().includes(role)) {
      throw new InputException(
          "a token cannot do more than you: you are %s, it would be %s"
              .formatted(user.role().key(), role.key()));
    }
    var clean = cleanName(name);
    var secret = PREFIX + Secrets.fresh();
    var now = clock.instant();
    var values =
        Tuple.of(
            user.id(),
            clean,
            Secrets.hash(secret),
            role.key(),
            Times.column(now),
            lifetime.map(now::plus).map(Times::column).orElse(null));
    return requireRoom(user)
        .compose(_ -> add(values, actor, "%s (%s)".formatted(clean, role.key())))
        .map(secret);
  }

  private Future<Void> requireRoom(User user) {
    var now = clock.instant();
    return of(user.id())
        .map(
            known -> {
              if (known.stream().filter(token -> token.liveAt(now)).count() >= MOST_LIVE) {
                throw new InputException("you have %d tokens; revoke some".formatted(MOST_LIVE));
              }
              return null;
            });
  }

  private Future<Void> add(Tuple values, Actor actor, String target) {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(ADD)
                .execute(values)
                .compose(_ -> audit.add(connection, actor, Deed.TOKEN_CREATED, target)));
  }

  /** What a secret stands for; empty when it opens nothing. */
  public Future<Optional<Token>> find(String secret) {
    var now = clock.instant();
    return pool.preparedQuery(FIND)
        .mapping(Tokens::token)
        .execute(Tuple.of(Secrets.hash(secret)))
        .map(rows -> rows.stream().filter(token -> token.liveAt(now)).findFirst())
        .compose(found -> found.map(this::noteUse).orElse(Future.succeededFuture(found)));
  }

  private Future<Optional<Token>> noteUse(Token token) {
    var now = clock.instant();
    boolean noted = token.usedAt().filter(now.minus(NOTED_EVERY)::isBefore).isPresent();
    return noted
        ? Future.succeededFuture(Optional.of(token))
        : pool.preparedQuery(NOTE_USE)
            .execute(Tuple.of(token.id(), Times.column(now)))
            .map(Optional.of(token));
  }

  /** A user's tokens, the latest first, revoked ones last. */
  public Future<List<Token>> of(long userId) {
    return pool.preparedQuery(OF_USER)
        .mapping(Tokens::token)
        .execute(Tuple.of(userId))
        .map(rows -> rows.stream().toList());
  }

  /** Ends a token of a user; false when they have no such token, or not any more. */
  public Future<Boolean> revoke(User user, long tokenId, Actor actor) {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(REVOKE)
                .mapping(row -> row.getString("name"))
                .execute(Tuple.of(tokenId, user.id(), Times.column(clock.instant())))
                .compose(
                    names ->
                        names.size() == 0
                            ? Future.succeededFuture(false)
                            : audit
                                .add(connection, actor, Deed.TOKEN_REVOKED, names.iterator().next())
                                .map(true)));
  }

  private static String cleanName(String given) {
    var name = given.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new InputException(
          "a token's name has between 1 and %d characters; say what uses it"
              .formatted(LONGEST_NAME));
    }
    return name;
  }

  private static Token token(Row row) {
    return new Token(
        row.getLong("token_id"),
        User.of(row),
        row.getString("token_name"),
        Role.of(row.getString("token_role")),
        Times.of(row, "token_created_at"),
        Times.optional(row, "expires_at"),
        Times.optional(row, "used_at"),
        Times.optional(row, "revoked_at"));
  }
}
