package org.yuyin.web.contract;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** What was answered to requests with a key, from {@code idempotent_answer} (migration V024). */
final class IdempotentAnswers {
  private static final String FORGET_OLD =
      "DELETE FROM idempotent_answer WHERE created_at < now() - interval '1 day'";

  // A request whose server died is given up after ten minutes.
  private static final String BEGIN =
      """
      INSERT INTO idempotent_answer (who, key, fingerprint) VALUES ($1, $2, $3)
      ON CONFLICT (who, key) DO UPDATE SET fingerprint = EXCLUDED.fingerprint, created_at = now()
        WHERE idempotent_answer.status IS NULL
          AND idempotent_answer.created_at < now() - interval '10 minutes'
      RETURNING key
      """;

  private static final String FIND =
      """
      SELECT fingerprint, status, location, body FROM idempotent_answer
      WHERE who = $1 AND key = $2
      """;

  private static final String KEEP =
      """
      UPDATE idempotent_answer SET status = $3, location = $4, body = $5
      WHERE who = $1 AND key = $2
      """;

  private static final String FORGET = "DELETE FROM idempotent_answer WHERE who = $1 AND key = $2";

  private final Pool pool;

  IdempotentAnswers(Pool pool) {
    this.pool = pool;
  }

  /** Whose key it is, and the key. */
  record Key(String who, String key) {}

  /**
   * An answer that was given, or is being worked out.
   *
   * @param fingerprint of the request
   * @param status empty while it is under way
   */
  record Answer(
      String fingerprint,
      Optional<Integer> status,
      Optional<String> location,
      Optional<JsonObject> body) {}

  /** Empty when the request is the first with its key; it then owes a {@link #keep}. */
  Future<Optional<Answer>> begin(Key key, String fingerprint) {
    return pool.query(FORGET_OLD)
        .execute()
        .compose(
            old -> pool.preparedQuery(BEGIN).execute(Tuple.of(key.who(), key.key(), fingerprint)))
        .compose(
            begun ->
                begun.size() > 0
                    ? Future.succeededFuture(Optional.empty())
                    : find(key, fingerprint));
  }

  private Future<Optional<Answer>> find(Key key, String fingerprint) {
    return pool.preparedQuery(FIND)
        .mapping(IdempotentAnswers::answer)
        .execute(Tuple.of(key.who(), key.key()))
        .compose(
            rows ->
                rows.size() > 0
                    ? Future.succeededFuture(Optional.of(rows.iterator().next()))
                    : begin(key, fingerprint)); // it was forgotten in between
  }

  /** Keeps what was answered. */
  Future<Void> keep(Key key, int status, Optional<String> location, Optional<JsonObject> body) {
    return pool.preparedQuery(KEEP)
        .execute(Tuple.of(key.who(), key.key(), status, location.orElse(null), body.orElse(null)))
        .mapEmpty();
  }

  /** Lets the key be used again: nothing was done. */
  Future<Void> forget(Key key) {
    return pool.preparedQuery(FORGET).execute(Tuple.of(key.who(), key.key())).mapEmpty();
  }

  private static Answer answer(Row row) {
    return new Answer(
        row.getString("fingerprint"),
        Optional.ofNullable(row.getInteger("status")),
        Optional.ofNullable(row.getString("location")),
        Optional.ofNullable(row.getJsonObject("body")));
  }
}
