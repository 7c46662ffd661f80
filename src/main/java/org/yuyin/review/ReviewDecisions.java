package org.yuyin.review;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was decided in a queue, from {@code review_decision}; undone decisions are not
 * told.
 */
public final class ReviewDecisions {
  private static final String READY =
      """
      SELECT item.id, item.ad_id, ad.name, item.subject, item.gold
      FROM review_item item JOIN ad ON ad.id = item.ad_id
      WHERE item.task_id = $1 AND item.subject IS NOT NULL
      """;

  private static final String ITEMS = READY + "ORDER BY item.position";

  private static final String JUDGED =
      READY
          + """
            AND item.id IN (SELECT item_id FROM review_decision WHERE undone_at IS NULL)
          ORDER BY item.position
          """;

  private static final String DECISIONS =
      """
      SELECT item_id, reviewer, answer, rating, reason, comment, seconds, decided_at
      FROM review_decision JOIN review_item item ON item.id = item_id
      WHERE item.task_id = $1 AND undone_at IS NULL
      ORDER BY item.position, decided_at, review_decision.id
      """;

  private static final String PUT =
      """
      INSERT INTO review_decision
        (item_id, reviewer, answer, rating, reason, comment, seconds, decided_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (item_id, reviewer) WHERE undone_at IS NULL DO UPDATE SET
        answer = EXCLUDED.answer, rating = EXCLUDED.rating, reason = EXCLUDED.reason,
        comment = EXCLUDED.comment, seconds = EXCLUDED.seconds, decided_at = EXCLUDED.decided_at
      """;

  private static final String CATEGORIES =
      """
      SELECT answer, count(*) AS people
      FROM review_decision JOIN review_item item ON item.id = item_id
      JOIN review_task task ON task.id = item.task_id
      WHERE item.ad_id = $1 AND task.kind = 'category' AND undone_at IS NULL
      GROUP BY answer ORDER BY people DESC, answer
      """;

  private static final String SET_GOLD =
      "UPDATE review_item SET gold = $3 WHERE task_id = $1 AND id = $2";

  private final Pool pool;

  /** Works on a database that has been migrated. */
  public ReviewDecisions(Pool pool) {
    this.pool = pool;
  }

  /**
   * What an import did.
   *
   * @param added decisions that were not there
   * @param changed decisions that were there with another content
   * @param equal decisions that were there as they are
   */
  public record Imported(int added, int changed, int equal) {}

  /** Every item that could be judged, in order, with its decisions. */
  public Future<List<JudgedItem>> items(long task) {
    return items(ITEMS, task);
  }

  /** Every item that somebody has judged, in order, with its decisions. */
  public Future<List<JudgedItem>> judged(long task) {
    return items(JUDGED, task);
  }

  private Future<List<JudgedItem>> items(String sql, long task) {
    var items = pool.preparedQuery(sql).execute(Tuple.of(task));
    var decisions = decisions(pool, task);
    return Future.all(items, decisions)
        .map(
            done -> {
              var byItem = new HashMap<Long, List<RawDecision>>();
              decisions
                  .result()
                  .forEach(
                      it -> byItem.computeIfAbsent(it.item(), item -> new ArrayList<>()).add(it));
              return StreamSupport.stream(items.result().spliterator(), false)
                  .map(row -> item(row, byItem.getOrDefault(row.getLong("id"), List.of())))
                  .toList();
            });
  }

  /** An answer, and how many people gave it. */
  public record Said(String answer, long people) {}

  /** What people called the category of an ad, in all queues, the most frequent first. */
  public Future<List<Said>> categoriesOf(long adId) {
    return pool.preparedQuery(CATEGORIES)
        .mapping(row -> new Said(row.getString("answer"), row.getLong("people")))
        .execute(Tuple.of(adId))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
  }

  /** Takes decisions of a file in: all of them or, when it fails, none. */
  public Future<Imported> importAll(long task, List<RawDecision> given) {
    return pool.withTransaction(
        connection ->
            decisions(connection, task)
                .compose(
                    there -> {
                      var imported = compare(there, given);
                      var rows = given.stream().map(ReviewDecisions::values).toList();
                      return rows.isEmpty()
                          ? Future.succeededFuture(imported)
                          : connection.preparedQuery(PUT).executeBatch(rows).map(put -> imported);
                    }));
  }

  /** Says which answer is right; empty says that none is known to be. */
  public Future<Void> setGold(ReviewTask task, long item, Optional<String> answer) {
    answer.ifPresent(task::check);
    return pool.preparedQuery(SET_GOLD)
        .execute(Tuple.from(Arrays.asList(task.id(), item, answer.orElse(null))))
        .mapEmpty();
  }

  private static Imported compare(List<RawDecision> there, List<RawDecision> given) {
    record Key(long item, String reviewer) {}
    var known = new HashMap<Key, RawDecision>();
    there.forEach(it -> known.put(new Key(it.item(), it.reviewer()), it));
    int added = 0;
    int changed = 0;
    for (var decision : given) {
      @Nullable RawDecision before = known.get(new Key(decision.item(), decision.reviewer()));
      added += before == null ? 1 : 0;
      changed += before != null && !before.equals(decision) ? 1 : 0;
    }
    return new Imported(added, changed, given.size() - added - changed);
  }

  private static Future<List<RawDecision>> decisions(SqlClient client, long task) {
    return client
        .preparedQuery(DECISIONS)
        .mapping(ReviewDecisions::decision)
        .execute(Tuple.of(task))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
  }

  private static Tuple values(RawDecision decision) {
    var answer = decision.answer();
    return Tuple.from(
        Arrays.asList(
            decision.item(),
            decision.reviewer(),
            answer.value(),
            answer.rating().map(Integer::shortValue).orElse(null),
            answer.reason().orElse(null),
            answer.comment().orElse(null),
            answer.seconds(),
            decision.decidedAt().atOffset(ZoneOffset.UTC)));
  }

  private static RawDecision decision(Row row) {
    return new RawDecision(
        row.getLong("item_id"),
        row.getString("reviewer"),
        ReviewQueue.answer(row),
        row.getOffsetDateTime("decided_at").toInstant());
  }

  private static JudgedItem item(Row row, List<RawDecision> decisions) {
    return new JudgedItem(
        row.getLong("id"),
        row.getLong("ad_id"),
        row.getString("name"),
        Subject.of(row.getJsonObject("subject")),
        Optional.ofNullable(row.getString("gold")),
        decisions);
  }
}
