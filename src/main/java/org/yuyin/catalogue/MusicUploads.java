package org.yuyin.catalogue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.Objects;
import org.yuyin.media.MediaReader;
import org.yuyin.media.Previews;
import org.yuyin.storage.Blob;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.InputException;

/**
 * Takes in music by itself, without an ad: a file's sound becomes a track that can be recommended
 * as soon as the model in service has described it. Blocking.
 */
public final class MusicUploads {
  // The same sound again is the same track, whose file is now called otherwise.
  private static final String PUT_TRACK =
      """
      INSERT INTO track (key, title, origin, sha256, file_name, changed_at)
      VALUES ('upload:' || $1, $2, 'upload', $1, $3, now())
      ON CONFLICT (key) DO UPDATE SET file_name = EXCLUDED.file_name, changed_at = now()
      RETURNING id, xmax = 0 AS is_new
      """;

  private final Pool pool;
  private final BlobStore blobs;
  private final Previews previews;
  private final Examination examination;
  private final UploadedTracks tracks;

  /** Keeps files in those blobs and rows through that pool. */
  public MusicUploads(
      Pool pool, BlobStore blobs, MediaReader media, Previews previews, SoundJudge judge) {
    this.pool = pool;
    this.blobs = blobs;
    this.previews = previews;
    this.examination = new Examination(media, judge);
    this.tracks = new UploadedTracks(pool);
  }

  /**
   * Music that was taken in.
   *
   * @param trackId its number
   * @param title how it is called for now
   * @param isNew false when the same content had been taken in before
   */
  public record Taken(long trackId, String title, boolean isNew) {}

  /**
   * Checks and measures the file, keeps a copy of it, and asks for its description.
   *
   * @param file the received file, which the caller deletes
   * @param name as its sender calls it; its title is made of that, and it is used in messages
   * @throws InputException when there is no sound in it that can be read
   */
  public Taken take(Path file, String name) {
    var finding = examine(file, name);
    var blob = blobs.put(file);
    finding.outline().ifPresent(outline -> previews.keep(blob.sha256(), outline));
    var taken = pool.withTransaction(connection -> record(connection, blob, finding, name)).await();
    blobs.ensure(blob.sha256(), file);
    return taken;
  }

  private Finding examine(Path file, String name) {
    try {
      return examination.examineMusic(file);
    } catch (InputException e) {
      // Senders know their file by its name, not by where we received it.
      throw new InputException(String.valueOf(e.getMessage()).replace(file.toString(), name), e);
    }
  }

  private Future<Taken> record(SqlConnection connection, Blob blob, Finding finding, String name) {
    var track = Tuple.of(blob.sha256(), TrackTitle.of(name), name);
    return MediaFiles.put(
            connection, blob.sha256(), blob.bytes(), Objects.requireNonNull(finding.info()))
        .compose(
            done ->
                finding
                    .sound()
                    .map(it -> SoundFactsRepository.put(connection, blob.sha256(), it))
                    .orElseGet(Future::succeededFuture))
        .compose(done -> connection.preparedQuery(PUT_TRACK).execute(track))
        .map(rows -> taken(rows.iterator().next(), name))
        .compose(taken -> tracks.askForDescription(connection).map(taken));
  }

  private static Taken taken(Row row, String name) {
    return new Taken(row.getLong("id"), TrackTitle.of(name), row.getBoolean("is_new"));
  }
}
