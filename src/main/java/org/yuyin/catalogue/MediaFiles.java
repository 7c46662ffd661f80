package org.yuyin.catalogue;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import org.yuyin.media.MediaInfo;
import org.yuyin.storage.BlobLock;

/** Rows of the {@code media_file} table (migration V001). */
final class MediaFiles {
  private static final String PUT =
      """
      INSERT INTO media_file (sha256, bytes, container, duration_seconds, width, height,
        frames_per_second, audio_codec, audio_rate_hz, audio_channels)
      SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 FROM
      """
          + BlobLock.REFER
          + " AS held ON CONFLICT (sha256) DO NOTHING";

  private MediaFiles() {}

  /**
   * Writes what was found in a file; the same content again changes nothing. Within a transaction,
   * after which the caller makes sure of the blob: see {@link BlobLock}.
   */
  static Future<Void> put(SqlClient client, String sha256, long bytes, MediaInfo info) {
    var picture = info.picture();
    var sound = info.sound();
    var values =
        Tuple.tuple()
            .addString(sha256)
            .addLong(bytes)
            .addString(info.container())
            .addDouble(info.durationSeconds())
            .addInteger(picture.map(MediaInfo.Picture::width).orElse(null))
            .addInteger(picture.map(MediaInfo.Picture::height).orElse(null))
            .addDouble(picture.map(MediaInfo.Picture::framesPerSecond).orElse(null))
            .addString(sound.map(MediaInfo.SoundTrack::codec).orElse(null))
            .addInteger(sound.map(MediaInfo.SoundTrack::sampleRateHz).orElse(null))
            .addInteger(sound.map(MediaInfo.SoundTrack::channels).orElse(null));
    return client.preparedQuery(PUT).execute(values).mapEmpty();
  }
}
