package org.yuyin.operations;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import org.yuyin.media.Previews;
import org.yuyin.storage.BlobLock;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.BlockingTransaction;
import org.yuyin.storage.InputException;

/** Deletes files of contents that no row refers to, with previews and vectors made of them. */
final class ContentRemoval {
  private static final int ATTEMPTS = 20;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private static final String FREE = "SELECT " + BlobLock.DELETE + " AS free";

  private static final String REFERRED =
      "SELECT sha256 FROM media_file WHERE sha256 = ANY($1::text[])";

  private static final String DELETE_VECTORS = "DELETE FROM feature WHERE item = ANY($1::text[])";

  private final Pool pool;
  private final BlobStore blobs;
  private final Previews previews;

  ContentRemoval(Pool pool, BlobStore blobs, Previews previews) {
    this.pool = pool;
    this.blobs = blobs;
    this.previews = previews;
  }

  /**
   * Deletes what is left of those contents, save those that a row refers to (again).
   *
   * @return false when files are being copied, so that nothing could be deleted
   */
  boolean removeUnreferred(Collection<String> contents) {
    return contents.isEmpty()
        || BlockingTransaction.run(pool, connection -> remove(connection, contents));
  }

  private boolean remove(SqlConnection connection, Collection<String> contents) {
    if (!locked(connection)) {
      return false;
    }
    var gone = new HashSet<>(contents);
    connection
        .preparedQuery(REFERRED)
        .execute(Tuple.tuple().addArrayOfString(contents.toArray(String[]::new)))
        .await()
        .forEach(row -> gone.remove(row.getString("sha256")));
    connection
        .preparedQuery(DELETE_VECTORS)
        .execute(Tuple.tuple().addArrayOfString(gone.toArray(String[]::new)))
        .await();
    gone.forEach(blobs::delete);
    previews.forget(gone);
    return true;
  }

  /** Uploads hold the lock for milliseconds, backups for as long as they last. */
  private static boolean locked(SqlConnection connection) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (connection.query(FREE).execute().await().iterator().next().getBoolean("free")) {
        return true;
      }
      pause();
    }
    return false;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("interrupted while waiting to delete files", e);
    }
  }
}
