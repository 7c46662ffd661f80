package org.yuyin.operations.doctor;

import io.vertx.sqlclient.Pool;

/** Jobs that wait for nobody, and jobs that failed lately. */
final class QueueCheck implements Check {
  private static final String COUNT =
      """
      SELECT count(*) FILTER (WHERE state = 'queued') AS waiting,
        count(*) FILTER (WHERE state IN ('running', 'stopping')) AS running,
        count(*) FILTER (WHERE state = 'queued' AND queued_at < now() - interval '1 hour'
          AND coalesce(lease_until, queued_at) < now() - interval '5 minutes'
          AND NOT EXISTS (SELECT FROM job busy WHERE busy.state = 'running'
            AND busy.lease_until > now())) AS stuck,
        count(*) FILTER (WHERE state IN ('failed', 'lost')
          AND finished_at > now() - interval '1 day') AS failed
      FROM job
      """;

  private final Pool pool;

  QueueCheck(Pool pool) {
    this.pool = pool;
  }

  @Override
  public String name() {
    return "jobs";
  }

  @Override
  public Finding look() {
    var row = pool.query(COUNT).execute().await().iterator().next();
    var says =
        "%d waiting, %d running, %d failed in the last day"
            .formatted(row.getLong("waiting"), row.getLong("running"), row.getLong("failed"));
    if (row.getLong("stuck") > 0) {
      return Finding.weak(
          "%s; %d have waited for more than an hour".formatted(says, row.getLong("stuck")),
          "no worker runs: start serve or worker");
    }
    return row.getLong("failed") > 0
        ? Finding.weak(says, "the pages Data and Runs say why")
        : Finding.ok(says);
  }
}
