package org.yuyin.dataset;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which datasets there are: the {@code dataset} and {@code dataset_ad} tables (migration V003). */
public final class DatasetRepository {
  private static final String COLUMNS =
      "id, name, version, content_hash, folder, pairs, synthetic, description, created_at";

  // Two processes that make a version of one name come one after the other.
  private static final String LOCK_NAME =
      "SELECT pg_advisory_xact_lock(hashtext('dataset ' || $1))";

  private static final String NEWEST =
      "SELECT " + COLUMNS + " FROM dataset WHERE name = $1 ORDER BY version DESC LIMIT 1";

  private static final String OF_VERSION =
      "SELECT " + COLUMNS + " FROM dataset WHERE name = $1 AND version = $2";

  private static final String OF_ID = "SELECT " + COLUMNS + " FROM dataset WHERE id = $1";

  private static final String ALL = "SELECT " + COLUMNS + " FROM dataset ORDER BY name, version";

  private static final String ADD =
      """
      INSERT INTO dataset (name, version, content_hash, folder, pairs, synthetic, description)
      SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6 FROM dataset WHERE name = $1
      RETURNING
      """
          + COLUMNS;

  private static final String ADD_ADS =
      """
      INSERT INTO dataset_ad (dataset_id, row_index, ad_id)
      SELECT $1, given.row_index, given.ad_id
      FROM unnest($2::int[], $3::bigint[]) AS given (row_index, ad_id)
      """;

  private static final String ADS =
      "SELECT ad_id FROM dataset_ad WHERE dataset_id = $1 ORDER BY row_index";

  private final Pool pool;

  /** Uses a pool whose database has been migrated. */
  public DatasetRepository(Pool pool) {
    this.pool = pool;
  }

  /**
   * A dataset that is to be recorded.
   *
   * @param name as on the command line
   * @param contentHash SHA-256 over pairs and values
   * @param folder relative to the data folder; complete before the row is written
   * @param pairs number of rows
   * @param synthetic true when its media or features were generated
   * @param description counts, widths, origin
   * @param ads for each row the ad it was made of; empty for an imported dataset
   */
  record Entry(
      String name,
      String contentHash,
      String folder,
      int pairs,
      boolean synthetic,
      JsonObject description,
      List<Long> ads) {}

  /** Adds a version, unless the newest one has the same content: then that one is given. */
  Future<DatasetInfo> record(Entry entry) {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(LOCK_NAME)
                .execute(Tuple.of(entry.name()))
                .compose(_ -> one(connection, NEWEST, Tuple.of(entry.name())))
                .compose(
                    newest ->
                        newest.isPresent() && newest.get().contentHash().equals(entry.contentHash())
                            ? Future.succeededFuture(newest.get())
                            : add(connection, entry)));
  }

  private static Future<DatasetInfo> add(SqlConnection connection, Entry entry) {
    var values =
        Tuple.of(
            entry.name(),
            entry.contentHash(),
            entry.folder(),
            entry.pairs(),
            entry.synthetic(),
            entry.description());
    return one(connection, ADD, values)
        .map(Optional::orElseThrow)
        .compose(info -> addAds(connection, info, entry.ads()).map(info));
  }

  private static Future<Void> addAds(SqlConnection connection, DatasetInfo info, List<Long> ads) {
    var rows = IntStream.range(0, ads.size()).boxed().toArray(Integer[]::new);
    return connection
        .preparedQuery(ADD_ADS)
        .execute(Tuple.of(info.id(), rows, ads.toArray(Long[]::new)))
        .mapEmpty();
  }

  private static Future<Optional<DatasetInfo>> one(
      SqlConnection connection, String sql, Tuple values) {
    return connection
        .preparedQuery(sql)
        .execute(values)
        .map(rows -> rows.stream().map(DatasetRepository::info).findFirst());
  }

  /** The newest version of a name. */
  public Future<Optional<DatasetInfo>> newest(String name) {
    return pool.withConnection(connection -> one(connection, NEWEST, Tuple.of(name)));
  }

  /** A version of a name. */
  public Future<Optional<DatasetInfo>> find(String name, int version) {
    return pool.withConnection(connection -> one(connection, OF_VERSION, Tuple.of(name, version)));
  }

  /** What people mean by that name. */
  public Future<Optional<DatasetInfo>> find(DatasetReference reference) {
    return reference.version().isPresent()
        ? find(reference.name(), reference.version().getAsInt())
        : newest(reference.name());
  }

  /** The dataset of a row. */
  public Future<Optional<DatasetInfo>> find(long id) {
    return pool.withConnection(connection -> one(connection, OF_ID, Tuple.of(id)));
  }

  /** All versions of all datasets, by name and version. */
  public Future<List<DatasetInfo>> list() {
    return pool.query(ALL)
        .execute()
        .map(rows -> rows.stream().map(DatasetRepository::info).toList());
  }

  /** The ads behind the rows, in order; empty for a dataset that was imported. */
  public Future<List<Long>> ads(long id) {
    return pool.preparedQuery(ADS)
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().map(row -> row.getLong("ad_id")).toList());
  }

  private static DatasetInfo info(Row row) {
    return new DatasetInfo(
        row.getLong("id"),
        row.getString("name"),
        row.getInteger("version"),
        row.getString("content_hash"),
        row.getString("folder"),
        row.getInteger("pairs"),
        row.getBoolean("synthetic"),
        row.getJsonObject("description"),
        row.getOffsetDateTime("created_at"));
  }
}
