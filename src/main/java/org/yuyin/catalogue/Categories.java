package org.yuyin.catalogue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/**
 * Which fine categories there are and what they are merged into, and how people change that: the
 * {@code category} and {@code merged_rename} tables (migrations V001, V017). What a person said
 * stays through every later ingest.
 */
public final class Categories {
  /** How many ads each category has, as a table to join; an index tells. */
  static final String COUNTED =
      """
      (SELECT category, count(*) AS found, count(*) FILTER (WHERE state = 'included') AS kept
        FROM ad WHERE state <> 'uploaded' GROUP BY category) AS counted
      """;

  private static final String ALL =
      """
      SELECT category.name, category.merged, category.origin, coalesce(found, 0) AS found,
        coalesce(kept, 0) AS kept
      FROM category LEFT JOIN
      """
          + COUNTED
          + "ON counted.category = category.name ORDER BY found DESC, category.name";

  private static final String NAMES = "SELECT name FROM category ORDER BY name";

  // Neither an ingest nor another person adds or changes a category between look and change.
  private static final String LOCK = "LOCK TABLE category IN SHARE ROW EXCLUSIVE MODE";

  private static final String MERGE =
      "UPDATE category SET merged = $2, origin = 'user' WHERE name = ANY($1::text[])";

  // A name that is used again means itself.
  private static final String FORGET = "DELETE FROM merged_rename WHERE name = $1";

  private static final String FOLLOW =
      "UPDATE merged_rename SET renamed_to = $2 WHERE renamed_to = $1";

  private static final String RENAME =
      """
      INSERT INTO merged_rename (name, renamed_to) VALUES ($1, $2)
      ON CONFLICT (name) DO UPDATE SET renamed_to = EXCLUDED.renamed_to
      """;

  private final Pool pool;

  /** Works on a database that has been migrated. */
  public Categories(Pool pool) {
    this.pool = pool;
  }

  /** Every fine category, those without ads too, the largest first. */
  public Future<List<FineCategory>> all() {
    return all(pool);
  }

  /** Names of the fine categories in alphabetical order, without counting their ads. */
  public Future<List<String>> names() {
    return pool.query(NAMES)
        .mapping(row -> row.getString("name"))
        .execute()
        .map(rows -> rows.stream().toList());
  }

  /** What a change would do; fails with an InputException when it cannot be made. */
  public Future<MergePreview> preview(MergeChange change) {
    return all().map(all -> MergePreview.of(change, all));
  }

  /** Makes a change, whole or not at all; tells what it did. */
  public Future<MergePreview> apply(MergeChange change) {
    return pool.withTransaction(
        connection ->
            connection
                .query(LOCK)
                .execute()
                .compose(_ -> all(connection))
                .map(all -> MergePreview.of(change, all))
                .compose(preview -> write(connection, preview).map(preview)));
  }

  private static Future<Void> write(SqlConnection connection, MergePreview preview) {
    var change = preview.change();
    var moved = Tuple.of(preview.moved().toArray(String[]::new), change.into());
    var names = Tuple.of(change.subject(), change.into());
    var written =
        run(connection, MERGE, moved)
            .compose(_ -> run(connection, FORGET, Tuple.of(change.into())));
    return change.kind() == MergeChange.Kind.MOVE
        ? written
        : written
            .compose(_ -> run(connection, FOLLOW, names))
            .compose(_ -> run(connection, RENAME, names));
  }

  private static Future<List<FineCategory>> all(SqlClient client) {
    return client
        .query(ALL)
        .mapping(Categories::category)
        .execute()
        .map(rows -> rows.stream().toList());
  }

  private static FineCategory category(Row row) {
    return new FineCategory(CatalogueCounts.Category.of(row), row.getString("origin"));
  }

  private static Future<Void> run(SqlClient client, String statement, Tuple values) {
    return client.preparedQuery(statement).execute(values).mapEmpty();
  }
}
