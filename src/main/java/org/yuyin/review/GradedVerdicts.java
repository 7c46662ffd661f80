package org.yuyin.review;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yuyin.dataset.LabelSource;

/**
 * Verdicts on recommendations as graded relevance: a rating of 1 to 5 is a grade of 0 to 4; without
 * one, accepted counts 3 and rejected 0. Who was unsure is not counted.
 */
public final class GradedVerdicts implements LabelSource {
  private static final String VERDICTS =
      """
      SELECT item.ad_id, (item.subject #>> '{candidates,0,track}')::bigint AS track_id,
        avg(coalesce(rating - 1, CASE answer WHEN 'accept' THEN 3 ELSE 0 END))::float8 AS grade,
        count(*) FILTER (WHERE answer = 'accept') AS accepts,
        count(*) FILTER (WHERE answer = 'reject') AS rejects
      FROM review_decision
      JOIN review_item item ON item.id = review_decision.item_id
      JOIN review_task task ON task.id = item.task_id AND task.kind = 'recommendation'
      WHERE undone_at IS NULL AND answer <> 'unsure'
      GROUP BY 1, 2 ORDER BY 1, 2
      """;

  private final Pool pool;

  /** Reads through that pool. */
  public GradedVerdicts(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<List<Verdict>> verdicts() {
    return pool.query(VERDICTS)
        .mapping(GradedVerdicts::verdict)
        .execute()
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
  }

  private static Verdict verdict(Row row) {
    return new Verdict(
        row.getLong("ad_id"),
        row.getLong("track_id"),
        row.getDouble("grade"),
        row.getInteger("accepts"),
        row.getInteger("rejects"));
  }
}
