package org.yuyin.review;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.yuyin.review.TaskSettings.Order;
import org.yuyin.storage.InputException;

/**
 * Asks the model what is to be judged about each item that still waits for it. What is ready can be
 * judged meanwhile, and a preparation that was broken off goes on with what is missing. Blocking.
 */
public final class Preparation {
  private static final int AT_ONCE = 200;

  private static final String WAITING =
      """
      SELECT id, ad_id, place FROM review_item
      WHERE task_id = $1 AND subject IS NULL AND problem IS NULL ORDER BY position LIMIT $2
      """;

  private static final String READY =
      "UPDATE review_item SET subject = $2, priority = $3 WHERE id = $1 AND subject IS NULL";

  private static final String DROP =
      "UPDATE review_item SET problem = $2, gold = NULL WHERE id = $1";

  private final Pool pool;
  private final Proposals proposals;

  /** Fills items with those proposals. */
  public Preparation(Pool pool, Proposals proposals) {
    this.pool = pool;
    this.proposals = proposals;
  }

  private record Waiting(long id, long adId, int place) {}

  /**
   * Prepares every waiting item of a queue, in the order in which they are shown.
   *
   * @throws InputException when there is no model to ask
   */
  public void prepare(ReviewTask task) {
    var waiting = waiting(task);
    if (waiting.isEmpty()) {
      return;
    }
    try (var proposer = proposals.open(task)) {
      while (!waiting.isEmpty()) {
        waiting.forEach(item -> prepare(task, item, proposer));
        waiting = waiting(task);
      }
    }
  }

  private void prepare(ReviewTask task, Waiting item, Proposals.Proposer proposer) {
    try {
      var subject = proposer.propose(item.adId(), item.place());
      double priority = task.settings().order() == Order.UNCERTAIN ? subject.uncertainty() : 0;
      pool.preparedQuery(READY).execute(Tuple.of(item.id(), subject.json(), priority)).await();
    } catch (InputException e) {
      pool.preparedQuery(DROP).execute(Tuple.of(item.id(), e.getMessage())).await();
    }
  }

  private List<Waiting> waiting(ReviewTask task) {
    return pool
        .preparedQuery(WAITING)
        .mapping(Preparation::item)
        .execute(Tuple.of(task.id(), AT_ONCE))
        .await()
        .stream()
        .toList();
  }

  private static Waiting item(Row row) {
    return new Waiting(row.getLong("id"), row.getLong("ad_id"), row.getInteger("place"));
  }
}
