package org.yuyin.account;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Slows guessing down: the {@code sign_in_failure} table (migration V020). Failures are counted for
 * each name, whether it exists or not, and for each address; beyond a limit each one doubles the
 * time until the next try. Every try counts as failed before it is made, so that many at once are
 * not cheaper than one after the other.
 */
public final class SignInGuard {
  /** Failures of one name that cost nothing. */
  static final int FREE_FOR_NAME = 4;

  // A whole office may share one address.
  private static final int FREE_FOR_ADDRESS = 20;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  // No row comes back while the subject is blocked.
  private static final String COUNT =
      """
      INSERT INTO sign_in_failure AS known (subject, failures, failed_at, blocked_until)
      VALUES ($1, 1, $2, $2)
      ON CONFLICT (subject) DO UPDATE SET failures = known.failures + 1, failed_at = $2,
        blocked_until = CASE WHEN known.failures < $3 THEN $2
          ELSE $2 + least($5, $4 * pow(2, least(30, known.failures - $3))) * interval '1 second' END
      WHERE known.blocked_until <= $2
      RETURNING failures
      """;

  private static final String BLOCKED_UNTIL =
      "SELECT blocked_until FROM sign_in_failure WHERE subject = $1";

  private static final String FORGET = "DELETE FROM sign_in_failure WHERE subject = $1";

  // Later tries from the address stay counted, and what they have blocked stays blocked.
  private static final String TAKE_BACK =
      """
      UPDATE sign_in_failure SET failures = greatest(0, failures - 1),
        blocked_until = CASE WHEN failed_at = $2 THEN $2 ELSE blocked_until END
      WHERE subject = $1
      """;

  private static final String FORGET_OLD = "DELETE FROM sign_in_failure WHERE failed_at < $1";

  private final Pool pool;
  private final Clock clock;

  SignInGuard(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * A try that was counted.
   *
   * @param delay until it may be made; empty when that is now
   */
  record Try(Instant at, Optional<Duration> delay) {}

  /** Counts a try, unless it must not be made. */
  Future<Try> admit(String name, String address) {
    var now = clock.instant();
    return pool.preparedQuery(FORGET_OLD)
        .execute(Tuple.of(Times.column(now.minus(FORGOTTEN_AFTER))))
        .compose(_ -> count(byAddress(address), FREE_FOR_ADDRESS, now))
        .compose(
            wait ->
                wait.isPresent()
                    ? Future.succeededFuture(wait)
                    : count(byName(name), FREE_FOR_NAME, now))
        .map(wait -> new Try(now, wait));
  }

  private Future<Optional<Duration>> count(String subject, int free, Instant now) {
    var values =
        Tuple.of(
            subject,
            Times.column(now),
            free,
            (double) FIRST_WAIT.toSeconds(),
            (double) LONGEST_WAIT.toSeconds());
    return pool.preparedQuery(COUNT)
        .execute(values)
        .compose(
            rows ->
                rows.size() > 0
                    ? Future.succeededFuture(Optional.empty())
                    : wait(subject, now).map(Optional::of));
  }

  private Future<Duration> wait(String subject, Instant now) {
    return pool.preparedQuery(BLOCKED_UNTIL)
        .mapping(row -> Times.of(row, "blocked_until"))
        .execute(Tuple.of(subject))
        .map(rows -> rows.size() == 0 ? now : rows.iterator().next())
        .map(until -> Duration.between(now, until).plusSeconds(1).truncatedTo(SECONDS));
  }

  /** The try was right: the name starts anew, and the address was not to blame this time. */
  Future<Void> forgive(String name, String address, Try made) {
    return forget(name)
        .compose(
            _ ->
                pool.preparedQuery(TAKE_BACK)
                    .execute(Tuple.of(byAddress(address), Times.column(made.at()))))
        .mapEmpty();
  }

  /** Nothing is held against a name any more. */
  Future<Void> forget(String name) {
    return pool.preparedQuery(FORGET).execute(Tuple.of(byName(name))).mapEmpty();
  }

  private static String byName(String name) {
    return "name " + name.toLowerCase(Locale.ROOT);
  }

  private static String byAddress(String address) {
    return "address " + address;
  }
}
