package org.yuyin.account;

import io.vertx.sqlclient.Row;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Optional;
import org.yuyin.storage.InputException;

/**
 * Somebody who may sign in.
 *
 * @param name that they sign in with and that stands at what they did
 * @param disabledAt since when they may not any more
 */
public record User(
    long id, String name, Role role, Instant createdAt, Optional<Instant> disabledAt) {
  /** Longest name, in characters. */
  public static final int LONGEST_NAME = 60;

  /** The columns that {@link #of} reads, of a table {@code account}. */
  static final String COLUMNS =
      "account.id AS account_id, account.name AS account_name, account.role AS account_role,"
          + " account.created_at AS account_created_at, account.disabled_at";

  static User of(Row row) {
    return new User(
        row.getLong("account_id"),
        row.getString("account_name"),
        Role.of(row.getString("account_role")),
        Times.of(row, "account_created_at"),
        Times.optional(row, "disabled_at"));
  }

  /** A name as it is kept: one way of writing it, without what does not print. */
  static String cleanName(String given) {
    var name =
        Normalizer.normalize(given, Normalizer.Form.NFKC)
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}]", "")
            .replaceAll("\\s+", " ")
            .strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new InputException(
          "a user's name has between 1 and %d characters".formatted(LONGEST_NAME));
    }
    return name;
  }
}
