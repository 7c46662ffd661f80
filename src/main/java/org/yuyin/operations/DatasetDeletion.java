package org.yuyin.operations;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.model.Methods;
import org.yuyin.storage.BlockingTransaction;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.Folders;
import org.yuyin.storage.IoProblems;
import org.yuyin.training.Checkpoints;

/**
 * Deletes a dataset with every model that learned from it: the way to be rid of vectors of deleted
 * ads too. Files go before the transaction ends, so that the same call again finishes what a crash
 * left. Blocking.
 */
public final class DatasetDeletion {
  private static final String LOCK = "SELECT FROM dataset WHERE id = $1 FOR UPDATE";

  private static final String RUNS =
      "SELECT id, state FROM run WHERE dataset_id = $1 ORDER BY id FOR UPDATE";

  private static final String IN_SERVICE = "SELECT run_id FROM serving ORDER BY id DESC LIMIT 1";

  private static final String SHARED_FOLDER =
      "SELECT FROM dataset WHERE folder = $2 AND id <> $1 LIMIT 1";

  private static final List<String> DELETE =
      List.of(
          "DELETE FROM serving WHERE run_id IN (SELECT id FROM run WHERE dataset_id = $1)",
          "DELETE FROM run WHERE dataset_id = $1",
          "DELETE FROM dataset WHERE id = $1");

  // Models in memory look again.
  private static final String NOTE =
      "INSERT INTO deletion (kind, decisions, datasets) VALUES ('dataset', 0, '{}')";

  private final Pool pool;
  private final DataFolder folder;
  private final Checkpoints checkpoints;

  /** Deletes from that database and data folder. */
  public DatasetDeletion(Pool pool, DataFolder folder) {
    this.pool = pool;
    this.folder = folder;
    this.checkpoints = new Checkpoints(folder, Methods.standard());
  }

  /**
   * Deletes it.
   *
   * @return the runs that went with it
   * @throws InUseException while one of them goes on or recommends
   */
  public List<Long> delete(DatasetInfo dataset) {
    return BlockingTransaction.run(pool, connection -> delete(connection, dataset));
  }

  private List<Long> delete(SqlConnection connection, DatasetInfo dataset) {
    var id = Tuple.of(dataset.id());
    run(connection, LOCK, id);
    var runs = run(connection, RUNS, id).stream().toList();
    refuseWhileInUse(connection, runs);
    DELETE.forEach(statement -> run(connection, statement, id));
    run(connection, NOTE, Tuple.tuple());
    var numbers = runs.stream().map(row -> row.getLong("id")).toList();
    numbers.forEach(this::deleteFiles);
    var others = run(connection, SHARED_FOLDER, Tuple.of(dataset.id(), dataset.folder()));
    if (others.size() == 0) {
      delete(folder.root().resolve(dataset.folder()));
    }
    return numbers;
  }

  private static void refuseWhileInUse(SqlConnection connection, List<Row> runs) {
    var serving = run(connection, IN_SERVICE, Tuple.tuple());
    for (var row : runs) {
      long number = row.getLong("id");
      if (List.of("queued", "running", "stopping").contains(row.getString("state"))) {
        throw new InUseException(
            "run %d learns from it and is %s; wait for its end or stop it"
                .formatted(number, row.getString("state")));
      }
      if (serving.size() > 0 && serving.iterator().next().getLong("run_id") == number) {
        throw new InUseException(
            "run %d, which learned from it, recommends; put another into service with: runs serve"
                .formatted(number));
      }
    }
  }

  private void deleteFiles(long run) {
    checkpoints.delete(run);
    var points = folder.cache().resolve("points");
    if (!Files.isDirectory(points)) {
      return;
    }
    try (var files = Files.newDirectoryStream(points, "run%d-*".formatted(run))) {
      for (var file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw IoProblems.writing(points, e);
    }
  }

  private static void delete(Path snapshot) {
    try {
      Folders.delete(snapshot);
    } catch (IOException e) {
      throw IoProblems.writing(snapshot, e);
    }
  }

  private static RowSet<Row> run(SqlConnection connection, String sql, Tuple values) {
    return connection.preparedQuery(sql).execute(values).await();
  }
}
