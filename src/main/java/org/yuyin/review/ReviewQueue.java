package org.yuyin.review;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import org.yuyin.storage.InputException;

/**
 * Hands items out and takes decisions in. An item that is on somebody's screen is leased: as long
 * as the lease runs it takes one of the item's places, so that no more people get it than are
 * wanted. Nothing is lost when a lease runs out: a late decision is taken all the same.
 */
public final class ReviewQueue {
  /** How long an item waits for its decision; every look at it begins the time anew. */
  public static final Duration LEASE = Duration.ofMinutes(5);

  // One claim of a queue at a time: of two at once, each would miss the lease that the other is
  // about to write.
  private static final String LOCK = "SELECT id FROM review_task WHERE id = $1 FOR UPDATE";

  // What the reviewer holds comes first, what they skipped last.
  private static final String CLAIM =
      """
      WITH chosen AS (
        SELECT item.id FROM review_item item
        JOIN review_task task ON task.id = item.task_id
        LEFT JOIN review_lease own ON own.item_id = item.id AND own.reviewer = $2
        LEFT JOIN review_skip skip ON skip.item_id = item.id AND skip.reviewer = $2
        WHERE item.task_id = $1 AND item.subject IS NOT NULL
          AND NOT EXISTS (SELECT FROM review_decision
            WHERE item_id = item.id AND reviewer = $2 AND undone_at IS NULL)
          AND (SELECT count(*) FROM review_decision
              WHERE item_id = item.id AND undone_at IS NULL)
            + (SELECT count(*) FROM review_lease
              WHERE item_id = item.id AND reviewer <> $2 AND until > now()) < task.reviewers
        ORDER BY own.until IS NULL, skip.skipped_at NULLS FIRST, item.priority DESC, item.position
        LIMIT 1),
      dropped AS (
        DELETE FROM review_lease USING review_item item
        WHERE item.id = review_lease.item_id AND item.task_id = $1 AND reviewer = $2
          AND item_id NOT IN (SELECT id FROM chosen)),
      leased AS (
        INSERT INTO review_lease (item_id, reviewer, until)
        SELECT id, $2, now() + $3 * interval '1 second' FROM chosen
        ON CONFLICT (item_id, reviewer) DO UPDATE SET until = EXCLUDED.until
        RETURNING item_id)
      SELECT item.id, item.ad_id, item.subject, last.answer, last.rating, last.reason,
        last.comment, last.seconds
      FROM leased JOIN review_item item ON item.id = leased.item_id
      LEFT JOIN LATERAL (SELECT * FROM review_decision
        WHERE item_id = item.id AND reviewer = $2 ORDER BY undone_at DESC LIMIT 1) last ON true
      """;

  private static final String ITEM =
      """
      SELECT id, ad_id, subject FROM review_item
      WHERE task_id = $1 AND id = $2 AND subject IS NOT NULL
      """;

  private static final String OTHERS_BUSY =
      """
      SELECT count(*) AS items FROM review_lease
      JOIN review_item item ON item.id = review_lease.item_id
      WHERE item.task_id = $1 AND reviewer <> $2 AND until > now()
        AND NOT EXISTS (SELECT FROM review_decision decision
          WHERE decision.item_id = item.id AND decision.reviewer = $2 AND undone_at IS NULL)
      """;

  // Deciding twice is deciding once; another answer takes the place of the first.
  private static final String DECIDE =
      """
      INSERT INTO review_decision (item_id, reviewer, answer, rating, reason, comment, seconds)
      SELECT id, $3, $4, $5, $6, $7, $8 FROM review_item WHERE id = $2 AND task_id = $1
      ON CONFLICT (item_id, reviewer) WHERE undone_at IS NULL DO UPDATE SET
        answer = EXCLUDED.answer, rating = EXCLUDED.rating, reason = EXCLUDED.reason,
        comment = EXCLUDED.comment, seconds = EXCLUDED.seconds, decided_at = now()
      WHERE (review_decision.answer, review_decision.rating, review_decision.reason,
          review_decision.comment)
        IS DISTINCT FROM (EXCLUDED.answer, EXCLUDED.rating, EXCLUDED.reason, EXCLUDED.comment)
      """;

  private static final String RELEASE =
      "DELETE FROM review_lease WHERE item_id = $1 AND reviewer = $2";

  private static final String SKIP =
      """
      INSERT INTO review_skip (item_id, reviewer)
      SELECT id, $3 FROM review_item WHERE id = $2 AND task_id = $1
      ON CONFLICT (item_id, reviewer) DO UPDATE SET skipped_at = now()
      """;

  private static final String UNDO =
      """
      UPDATE review_decision SET undone_at = now()
      WHERE id = (SELECT decision.id FROM review_decision decision
        JOIN review_item item ON item.id = decision.item_id
        WHERE item.task_id = $1 AND decision.reviewer = $2 AND undone_at IS NULL
        ORDER BY decision.decided_at DESC, decision.id DESC LIMIT 1)
      RETURNING item_id
      """;

  // The one on the screen goes back, the undone one takes its place.
  private static final String EXCHANGE_LEASE =
      """
      WITH dropped AS (
        DELETE FROM review_lease USING review_item item
        WHERE item.id = review_lease.item_id AND item.task_id = $1 AND reviewer = $2
          AND item_id <> $3)
      INSERT INTO review_lease (item_id, reviewer, until)
      VALUES ($3, $2, now() + $4 * interval '1 second')
      ON CONFLICT (item_id, reviewer) DO UPDATE SET until = EXCLUDED.until
      """;

  private final Pool pool;

  /** Works on a database that has been migrated. */
  public ReviewQueue(Pool pool) {
    this.pool = pool;
  }

  /** The item that a reviewer is to judge now, leased to them; empty when there is none. */
  public Future<Optional<ReviewItem>> next(long task, String reviewer) {
    return pool.withTransaction(
        connection ->
            lock(connection, task)
                .compose(
                    locked ->
                        connection
                            .preparedQuery(CLAIM)
                            .mapping(ReviewQueue::claimed)
                            .execute(Tuple.of(task, reviewer, LEASE.toSeconds())))
                .map(rows -> rows.stream().findFirst()));
  }

  /** Items that others look at right now and that may come back. */
  public Future<Long> busyElsewhere(long task, String reviewer) {
    return pool.preparedQuery(OTHERS_BUSY)
        .execute(Tuple.of(task, reviewer))
        .map(rows -> rows.iterator().next().getLong("items"));
  }

  /**
   * Keeps a decision; complete once it is stored. Saying the same again changes nothing.
   *
   * @param answer in a blind comparison, {@code shown:0} or {@code shown:1} is what this reviewer
   *     saw first or second
   */
  public Future<Void> decide(ReviewTask task, long item, String reviewer, Answer answer) {
    return pool.withTransaction(
        connection ->
            item(connection, task.id(), item)
                .map(found -> answer.withValue(meant(task, found, reviewer, answer.value())))
                .compose(
                    given ->
                        connection
                            .preparedQuery(DECIDE)
                            .execute(values(task.id(), item, reviewer, given)))
                .compose(
                    kept -> connection.preparedQuery(RELEASE).execute(Tuple.of(item, reviewer)))
                .mapEmpty());
  }

  private static String meant(ReviewTask task, ReviewItem item, String reviewer, String value) {
    var shown = item.shown(task, reviewer);
    for (int place = 0; place < shown.size(); place++) {
      if (value.equals("shown:" + place)) {
        return shown.get(place).option();
      }
    }
    task.check(value);
    return value;
  }

  /** Passes an item over; it comes again when the reviewer has nothing else left. */
  public Future<Void> skip(long task, long item, String reviewer) {
    return pool.withTransaction(
        connection ->
            item(connection, task, item)
                .compose(
                    known -> connection.preparedQuery(SKIP).execute(Tuple.of(task, item, reviewer)))
                .compose(
                    kept -> connection.preparedQuery(RELEASE).execute(Tuple.of(item, reviewer)))
                .mapEmpty());
  }

  /**
   * Takes the reviewer's last decision back and puts its item before them again; its number, or
   * empty when there is nothing to undo.
   */
  public Future<Optional<Long>> undo(long task, String reviewer) {
    return pool.withTransaction(
        connection ->
            lock(connection, task)
                .compose(locked -> connection.preparedQuery(UNDO).execute(Tuple.of(task, reviewer)))
                .map(rows -> rows.stream().findFirst().map(row -> row.getLong("item_id")))
                .compose(
                    item ->
                        item.isEmpty()
                            ? Future.succeededFuture(item)
                            : connection
                                .preparedQuery(EXCHANGE_LEASE)
                                .execute(Tuple.of(task, reviewer, item.get(), LEASE.toSeconds()))
                                .map(exchanged -> item)));
  }

  private static Future<Void> lock(SqlClient connection, long task) {
    return connection.preparedQuery(LOCK).execute(Tuple.of(task)).mapEmpty();
  }

  private static Future<ReviewItem> item(SqlClient connection, long task, long item) {
    return connection
        .preparedQuery(ITEM)
        .execute(Tuple.of(task, item))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(row -> item(row, Optional.empty()))
                    .orElseThrow(
                        () ->
                            new InputException(
                                "queue %d has no item %d to judge; load the page again"
                                    .formatted(task, item))));
  }

  private static Tuple values(long task, long item, String reviewer, Answer answer) {
    return Tuple.from(
        java.util.Arrays.asList(
            task,
            item,
            reviewer,
            answer.value(),
            answer.rating().map(Integer::shortValue).orElse(null),
            answer.reason().orElse(null),
            answer.comment().orElse(null),
            answer.seconds()));
  }

  private static ReviewItem claimed(Row row) {
    return item(row, row.getString("answer") == null ? Optional.empty() : Optional.of(answer(row)));
  }

  private static ReviewItem item(Row row, Optional<Answer> before) {
    return new ReviewItem(
        row.getLong("id"), row.getLong("ad_id"), Subject.of(row.getJsonObject("subject")), before);
  }

  static Answer answer(Row row) {
    return new Answer(
        row.getString("answer"),
        Optional.ofNullable(row.getShort("rating")).map(Short::intValue),
        Optional.ofNullable(row.getString("reason")),
        Optional.ofNullable(row.getString("comment")),
        row.getDouble("seconds"));
  }
}
