package org.yuyin.review;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Which queues there are and how far they are, from {@code review_task}. Reads only. */
public final class ReviewTasks {
  private static final String COLUMNS = "id, name, kind, reviewers, settings, created_at";

  private static final String ONE = "SELECT " + COLUMNS + " FROM review_task WHERE id = $1";

  private static final String NEWEST =
      "SELECT " + COLUMNS + " FROM review_task ORDER BY id DESC LIMIT $1";

  // Two different answers are a conflict; who is unsure contradicts nobody.
  private static final String PROGRESS =
      """
      WITH decided AS (
        SELECT item_id, count(*) AS people, bool_or(reviewer = $2) AS mine,
          count(DISTINCT answer) FILTER (WHERE answer <> 'unsure') > 1 AS conflict
        FROM review_decision WHERE undone_at IS NULL GROUP BY item_id)
      SELECT item.task_id, count(*) FILTER (WHERE problem IS NULL) AS items,
        count(*) FILTER (WHERE subject IS NOT NULL) AS ready,
        count(*) FILTER (WHERE problem IS NOT NULL) AS dropped,
        count(*) FILTER (WHERE people >= task.reviewers) AS complete,
        coalesce(sum(people), 0)::bigint AS decisions,
        count(*) FILTER (WHERE mine) AS mine,
        count(*) FILTER (WHERE conflict) AS conflicts
      FROM review_item item
      JOIN review_task task ON task.id = item.task_id
      LEFT JOIN decided ON decided.item_id = item.id
      WHERE item.task_id = ANY($1::bigint[])
      GROUP BY item.task_id
      """;

  private static final String PROBLEMS =
      """
      SELECT DISTINCT problem FROM review_item
      WHERE task_id = $1 AND problem IS NOT NULL ORDER BY problem LIMIT 20
      """;

  private static final String DELETE = "DELETE FROM review_task WHERE id = $1";

  private final Pool pool;

  /** Reads through that pool. */
  public ReviewTasks(Pool pool) {
    this.pool = pool;
  }

  /**
   * How far a queue is.
   *
   * @param items that are there to be judged, ready or not
   * @param ready of them, those that can be shown
   * @param dropped items that there is nothing to judge about after all
   * @param complete items that enough people have judged
   * @param decisions of all people
   * @param mine items that the asking reviewer has judged
   * @param conflicts items that people judged differently
   */
  public record Progress(
      long items,
      long ready,
      long dropped,
      long complete,
      long decisions,
      long mine,
      long conflicts) {
    private static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, 0);

    /** Whether the model is still to say what is judged. */
    public boolean preparing() {
      return ready < items;
    }

    /** Whether enough people have judged all of it. */
    public boolean whole() {
      return items > 0 && complete + dropped >= items;
    }

    /** How much is done, 0 to 100. */
    public double percent() {
      return items == 0 ? 0 : 100.0 * complete / items;
    }
  }

  /** A queue with its progress. */
  public record Line(ReviewTask task, Progress progress) {}

  /** One queue. */
  public Future<Optional<ReviewTask>> find(long id) {
    return pool.preparedQuery(ONE)
        .mapping(ReviewTasks::task)
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().findFirst());
  }

  /** The newest queues with their progress as one reviewer sees it. */
  public Future<List<Line>> newest(int most, String reviewer) {
    return pool.preparedQuery(NEWEST)
        .mapping(ReviewTasks::task)
        .execute(Tuple.of(most))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
        .compose(tasks -> withProgress(tasks, reviewer));
  }

  /** How far one queue is. */
  public Future<Progress> progress(ReviewTask task, String reviewer) {
    return withProgress(List.of(task), reviewer).map(lines -> lines.getFirst().progress());
  }

  private Future<List<Line>> withProgress(List<ReviewTask> tasks, String reviewer) {
    var ids = tasks.stream().map(ReviewTask::id).toArray(Long[]::new);
    return pool.preparedQuery(PROGRESS)
        .execute(Tuple.tuple().addArrayOfLong(ids).addString(reviewer))
        .map(
            rows -> {
              var byTask = new java.util.HashMap<Long, Progress>();
              rows.forEach(row -> byTask.put(row.getLong("task_id"), progress(row)));
              return tasks.stream()
                  .map(task -> new Line(task, byTask.getOrDefault(task.id(), Progress.NONE)))
                  .toList();
            });
  }

  /** Why items were dropped, each reason once. */
  public Future<List<String>> problems(long task) {
    return pool.preparedQuery(PROBLEMS)
        .execute(Tuple.of(task))
        .map(rows -> rows.stream().map(row -> row.getString("problem")).toList());
  }

  /** Removes a queue with everything that was decided in it. */
  public Future<Void> delete(long task) {
    return pool.preparedQuery(DELETE).execute(Tuple.of(task)).mapEmpty();
  }

  private static Progress progress(Row row) {
    return new Progress(
        row.getLong("items"),
        row.getLong("ready"),
        row.getLong("dropped"),
        row.getLong("complete"),
        row.getLong("decisions"),
        row.getLong("mine"),
        row.getLong("conflicts"));
  }

  private static ReviewTask task(Row row) {
    return new ReviewTask(
        row.getLong("id"),
        row.getString("name"),
        ReviewKind.parse(row.getString("kind")),
        row.getInteger("reviewers"),
        TaskSettings.of(row.getJsonObject("settings")),
        row.getOffsetDateTime("created_at").toInstant());
  }
}
