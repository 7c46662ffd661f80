package org.yuyin.catalogue;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import org.yuyin.jobs.JobRepository;

/** Music that was given by itself, as models see it. */
public final class UploadedTracks {
  /** The job that lets the model in service describe new music. */
  public static final String DESCRIBE = "describe-music";

  private static final String ALL =
      "SELECT track.id, track.key, track.title, track.artist, track.sha256, "
          + LicenceColumns.LIST
          + ", "
          + SoundFactsColumns.LIST
          + """
          FROM track
          LEFT JOIN sound_facts ON sound_facts.sha256 = track.sha256
          LEFT JOIN licence ON licence.track_id = track.id
          WHERE track.origin = 'upload' ORDER BY track.id
          """;

  private static final String STAMP =
      """
      SELECT count(*) || ' ' || coalesce(max(changed_at)::text, '') || ' '
        || (SELECT coalesce(max(id), 0) FROM deletion) AS stamp
      FROM track WHERE changed_at IS NOT NULL
      """;

  private static final String TOUCH = "UPDATE track SET changed_at = now() WHERE origin = 'upload'";

  private final Pool pool;
  private final JobRepository jobs;

  /** Reads through that pool. */
  public UploadedTracks(Pool pool) {
    this.pool = pool;
    this.jobs = new JobRepository(pool);
  }

  /** All of them, the oldest first. */
  public Future<List<UploadedTrack>> all() {
    return pool.query(ALL)
        .mapping(UploadedTracks::track)
        .execute()
        .map(rows -> rows.stream().toList());
  }

  /** Text that differs once a track was added, described or licensed, or anything was deleted. */
  public Future<String> stamp() {
    return pool.query(STAMP).execute().map(rows -> rows.iterator().next().getString("stamp"));
  }

  /** Lets the model in service describe what it has not described yet. */
  public Future<Void> askForDescription() {
    return askForDescription(pool);
  }

  /** The same within a transaction. */
  Future<Void> askForDescription(SqlClient client) {
    return jobs.enqueueUnlessWaiting(client, DESCRIBE, new JsonObject());
  }

  /** Lets everybody who looks at {@link #stamp} look again. */
  public Future<Void> touch() {
    return pool.query(TOUCH).execute().mapEmpty();
  }

  private static UploadedTrack track(Row row) {
    return new UploadedTrack(
        row.getLong("id"),
        row.getString("key"),
        row.getString("title"),
        Optional.ofNullable(row.getString("artist")),
        row.getString("sha256"),
        SoundFactsColumns.read(row),
        LicenceColumns.read(row));
  }
}
