package org.yuyin.jobs;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;

/** What happened to jobs, from {@code job_line}. */
public final class JobLines {
  private static final int MOST = 500;
  private static final int LONGEST = 2000;

  private static final String ADD =
      "INSERT INTO job_line (job_id, attempt, line) SELECT $1, $2, $3 WHERE EXISTS"
          + " (SELECT FROM job WHERE id = $1)";

  private static final String OF_JOB =
      """
      SELECT attempt, at, line FROM (
        SELECT id, attempt, at, line FROM job_line WHERE job_id = $1 ORDER BY id DESC LIMIT $2) newest
      ORDER BY id
      """;

  private final Pool pool;

  /** Works on a database that has been migrated. */
  public JobLines(Pool pool) {
    this.pool = pool;
  }

  /**
   * One thing that happened.
   *
   * @param attempt in which; 0 before the first
   */
  public record Line(int attempt, Instant at, String text) {}

  /** The newest lines of a job, in the order in which they were written. */
  public Future<List<Line>> of(long job) {
    return pool.preparedQuery(OF_JOB)
        .mapping(
            row ->
                new Line(
                    row.getInteger("attempt"),
                    row.getOffsetDateTime("at").toInstant(),
                    row.getString("line")))
        .execute(Tuple.of(job, MOST))
        .map(rows -> rows.stream().toList());
  }

  /** Adds a line; an overlong one is cut. */
  Future<Void> add(ClaimedJob job, String text) {
    var cut = text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    return pool.preparedQuery(ADD).execute(Tuple.of(job.id(), job.attempt(), cut)).mapEmpty();
  }
}
