package org.yuyin.catalogue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import org.yuyin.media.MediaInfo;
import org.yuyin.media.MediaReader;
import org.yuyin.storage.Blob;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.InputException;

/**
 * Takes in single ads that somebody wants music for. They stand apart from the catalogue that
 * models learn from: state {@code uploaded}, collection {@code uploads}. Blocking.
 */
public final class Uploads {
  /** The collection of all uploads. */
  public static final String COLLECTION = "uploads";

  // The same content again is the same ad, under the name it was given last.
  private static final String ADD_AD =
      """
      INSERT INTO ad (collection, name, source, sha256, state)
      VALUES ($1, $2, 'upload', $3, 'uploaded')
      ON CONFLICT (collection, sha256) WHERE sha256 IS NOT NULL
        DO UPDATE SET name = excluded.name, created_at = now()
      RETURNING id, xmax = 0 AS is_new
      """;

  private final Pool pool;
  private final BlobStore blobs;
  private final MediaReader reader;

  /** Keeps files in those blobs and rows through that pool. */
  public Uploads(Pool pool, BlobStore blobs, MediaReader reader) {
    this.pool = pool;
    this.blobs = blobs;
    this.reader = reader;
  }

  /**
   * An ad that was taken in.
   *
   * @param adId its number
   * @param isNew false when the same content had been taken in before
   */
  public record Taken(long adId, boolean isNew) {}

  /**
   * Checks the file, keeps a copy of it and gives it a number.
   *
   * @param file the received file, which the caller deletes
   * @param name as its sender calls it; shown, and used in messages
   * @throws InputException when it is no video that can be read
   */
  public Taken take(Path file, String name) {
    var info = probe(file, name);
    var blob = blobs.put(file);
    var taken = pool.withTransaction(connection -> record(connection, blob, info, name)).await();
    blobs.ensure(blob.sha256(), file);
    return taken;
  }

  private static Future<Taken> record(
      SqlConnection connection, Blob blob, MediaInfo info, String name) {
    return MediaFiles.put(connection, blob.sha256(), blob.bytes(), info)
        .compose(
            _ ->
                connection
                    .preparedQuery(ADD_AD)
                    .mapping(Uploads::taken)
                    .execute(Tuple.of(COLLECTION, name, blob.sha256())))
        .map(rows -> rows.iterator().next());
  }

  private MediaInfo probe(Path file, String name) {
    try {
      var info = reader.probe(file);
      if (info.picture().isEmpty()) {
        throw new InputException(name + ": has no pictures; an ad is a video");
      }
      return info;
    } catch (InputException e) {
      // Senders know their file by its name, not by where we received it.
      throw new InputException(String.valueOf(e.getMessage()).replace(file.toString(), name), e);
    }
  }

  private static Taken taken(Row row) {
    return new Taken(row.getLong("id"), row.getBoolean("is_new"));
  }
}
