package org.yuyin.catalogue;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import org.yuyin.storage.InputException;

/**
 * One ingest into a collection at a time, over all processes: an advisory lock that PostgreSQL
 * frees when its holder dies.
 */
final class CollectionLock implements AutoCloseable {
  private static final String TRY =
      "SELECT pg_try_advisory_lock(hashtext('ingest'), hashtext($1)) AS held";
  private static final String FREE = "SELECT pg_advisory_unlock(hashtext('ingest'), hashtext($1))";
  private static final int ATTEMPTS = 20;
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final SqlConnection connection;
  private final String collection;

  private CollectionLock(SqlConnection connection, String collection) {
    this.connection = connection;
    this.collection = collection;
  }

  /**
   * Takes the lock; a holder that was just killed is given a few seconds to be noticed.
   *
   * @throws InputException when another ingest goes on
   */
  static CollectionLock acquire(Pool pool, String collection) {
    var connection = pool.getConnection().await();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var rows = connection.preparedQuery(TRY).execute(Tuple.of(collection)).await();
      if (rows.iterator().next().getBoolean("held")) {
        return new CollectionLock(connection, collection);
      }
      pause();
    }
    connection.close().await();
    throw new InputException(
        "ads are being taken into \"%s\" by another process; wait for its end"
            .formatted(collection));
  }

  @Override
  public void close() {
    connection
        .preparedQuery(FREE)
        .execute(Tuple.of(collection))
        .eventually(connection::close)
        .otherwiseEmpty() // a lost connection has freed the lock
        .await();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("interrupted while waiting for another ingest", e);
    }
  }
}
