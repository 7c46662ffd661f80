package org.yuyin.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Who did what: the {@code audit_entry} table (migration V020), which the database lets nobody
 * change or shorten.
 */
public final class AuditLog {
  private static final int LONGEST = 200;

  private static final String ADD =
      """
      INSERT INTO audit_entry (at, who, through, address, deed, target, status)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """;

  private static final String BEFORE =
      """
      SELECT id, at, who, through, address, deed, target, status FROM audit_entry
      WHERE id < $1 AND ($2 = '' OR who = $2) ORDER BY id DESC LIMIT $3
      """;

  private final Pool pool;
  private final Clock clock;

  AuditLog(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Notes something within the transaction that does it, so that neither is without the other. */
  Future<Void> add(SqlClient client, Actor actor, Deed deed, String target) {
    return add(client, actor, deed, target, Optional.empty());
  }

  /** Notes a request that changed something, or tried to. */
  public Future<Void> addRequest(Actor actor, String methodAndPath, int status) {
    return add(pool, actor, Deed.REQUEST, methodAndPath, Optional.of(status));
  }

  private Future<Void> add(
      SqlClient client, Actor actor, Deed deed, String target, Optional<Integer> status) {
    var values =
        Tuple.tuple()
            .addValue(Times.column(clock.instant()))
            .addString(shortened(actor.name()))
            .addString(shortened(actor.through()))
            .addString(shortened(actor.address()))
            .addString(deed.key())
            .addString(shortened(target))
            .addValue(status.orElse(null));
    return client.preparedQuery(ADD).execute(values).mapEmpty();
  }

  /**
   * Entries, the latest first.
   *
   * @param id only those before this one
   * @param who only what this user did; empty for all
   */
  public Future<List<AuditEntry>> before(long id, String who, int most) {
    return pool.preparedQuery(BEFORE)
        .mapping(AuditLog::entry)
        .execute(Tuple.of(id, who, most))
        .map(rows -> rows.stream().toList());
  }

  private static AuditEntry entry(Row row) {
    return new AuditEntry(
        row.getLong("id"),
        Times.of(row, "at"),
        new Actor(row.getString("who"), row.getString("through"), row.getString("address")),
        Deed.of(row.getString("deed")),
        row.getString("target"),
        Optional.ofNullable(row.getInteger("status")));
  }

  /** Names and paths come from strangers. A NUL cannot be kept. */
  private static String shortened(String text) {
    var clean = text.replace("\0", "");
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
  }
}
