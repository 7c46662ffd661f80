package org.yuyin.storage;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;

/** A transaction whose work waits for each of its statements; for threads that may block. */
public final class BlockingTransaction {
  private BlockingTransaction() {}

  /** Commits what the work wrote, or nothing of it when it fails. */
  public static <T> T run(Pool pool, Function<SqlConnection, T> work) {
    var connection = pool.getConnection().await();
    try {
      var transaction = connection.begin().await();
      try {
        var result = work.apply(connection);
        transaction.commit().await();
        return result;
      } catch (RuntimeException e) {
        transaction.rollback().otherwiseEmpty().await();
        throw e;
      }
    } finally {
      connection.close().otherwiseEmpty().await();
    }
  }
}
