package org.yuyin.catalogue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yuyin.catalogue.IngestReport.CategoryCount;
import org.yuyin.catalogue.IngestReport.Count;

/** Counts a collection and keeps the counts. */
final class IngestReports {
  private static final String OUTCOMES =
      """
      SELECT count(*) AS found, count(*) FILTER (WHERE outcome = 'duplicate') AS duplicates
      FROM ingest_item WHERE collection = $1
      """;

  private static final String INCLUDED =
      """
      SELECT count(*) AS included, count(DISTINCT track_id) AS tracks
      FROM ad WHERE collection = $1 AND state = 'included'
      """;

  private static final String REASONS =
      """
      SELECT exclusion, count(*) AS ads FROM ad WHERE collection = $1 AND state = 'excluded'
      GROUP BY exclusion ORDER BY ads DESC, exclusion
      """;

  private static final String CATEGORIES =
      """
      SELECT coalesce(category.name, 'without category') AS name,
        coalesce(category.merged, 'without category') AS merged,
        count(*) AS before, count(*) FILTER (WHERE ad.state = 'included') AS after
      FROM ad LEFT JOIN category ON category.name = ad.category
      WHERE ad.collection = $1
      GROUP BY category.name, category.merged ORDER BY 2, 3 DESC, 1
      """;

  private static final String KEEP =
      "INSERT INTO ingest_report (collection, report) VALUES ($1, $2)";

  private final Pool pool;

  IngestReports(Pool pool) {
    this.pool = pool;
  }

  /** Counts the collection as it stands and stores the report. */
  Future<IngestReport> make(String collection) {
    var key = Tuple.of(collection);
    var outcomes = pool.preparedQuery(OUTCOMES).execute(key);
    var included = pool.preparedQuery(INCLUDED).execute(key);
    var reasons = pool.preparedQuery(REASONS).mapping(IngestReports::count).execute(key);
    var categories = pool.preparedQuery(CATEGORIES).mapping(IngestReports::category).execute(key);
    return Future.all(outcomes, included, reasons, categories)
        .map(
            done ->
                new IngestReport(
                    collection,
                    first(outcomes).getLong("found"),
                    first(outcomes).getLong("duplicates"),
                    first(included).getLong("included"),
                    first(included).getLong("tracks"),
                    list(reasons),
                    list(categories)))
        .compose(
            report ->
                pool.preparedQuery(KEEP)
                    .execute(Tuple.of(collection, report.toJson()))
                    .map(done -> report));
  }

  private static Count count(Row row) {
    return new Count(row.getString("exclusion"), row.getLong("ads"));
  }

  private static CategoryCount category(Row row) {
    return new CategoryCount(
        row.getString("name"),
        row.getString("merged"),
        row.getLong("before"),
        row.getLong("after"));
  }

  private static Row first(Future<RowSet<Row>> rows) {
    return rows.result().iterator().next();
  }

  private static <T> List<T> list(Future<RowSet<T>> rows) {
    return StreamSupport.stream(rows.result().spliterator(), false).toList();
  }
}
