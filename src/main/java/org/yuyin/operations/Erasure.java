package org.yuyin.operations;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuyin.catalogue.TrackTitle;

/** Deletes the rows of an ad or a track within one transaction. */
final class Erasure {
  private static final String AD =
      "SELECT collection, name, sha256, track_id, tag FROM ad WHERE id = $1 FOR UPDATE";

  // An ingest into the same collection knows its ads by heart.
  private static final String NO_INGEST =
      "SELECT pg_try_advisory_xact_lock(hashtext('ingest'), hashtext($1)) AS free";

  private static final String DATASET_JOB =
      """
      SELECT id FROM job WHERE type = 'dataset' AND state IN ('running', 'stopping')
        AND settings->>'collection' = $1
      """;

  private static final String DECISIONS_ABOUT_AD =
      """
      SELECT count(*)::int AS decisions FROM review_decision
      JOIN review_item ON review_item.id = review_decision.item_id WHERE review_item.ad_id = $1
      """;

  private static final String DELETE_AD = "DELETE FROM ad WHERE id = $1";

  // Names of ads that could not be described stand in what a job found.
  private static final String FORGET_FAILURES =
      """
      UPDATE job SET result = jsonb_set(result, '{failures}', (
        SELECT coalesce(jsonb_agg(told), '[]') FROM jsonb_array_elements_text(result->'failures') told
        WHERE NOT starts_with(told, $1 || ' (')))
      WHERE type = 'dataset' AND jsonb_typeof(result->'failures') = 'array'
      """;

  // The vector of a tag goes with the last ad that has the tag; the names of categories stay.
  private static final String DELETE_TAG_VECTOR =
      """
      DELETE FROM feature WHERE item = encode(sha256(convert_to($1, 'UTF8')), 'hex')
        AND NOT EXISTS (SELECT FROM ad WHERE tag = $1)
        AND NOT EXISTS (SELECT FROM category WHERE name = $1)
      """;

  private static final String OTHER_AD_OF_TRACK =
      "SELECT name FROM ad WHERE track_id = $1 ORDER BY id LIMIT 1";

  private static final String RENAME_TRACK =
      "UPDATE track SET title = $3 WHERE id = $1 AND title = $2";

  private static final String TRACK =
      """
      SELECT origin, sha256, (SELECT count(*) FROM ad WHERE track_id = track.id) AS ads
      FROM track WHERE id = $1 FOR UPDATE
      """;

  // An ad may have been given the sound of an upload; that stays.
  private static final String IS_UPLOAD = "SELECT FROM track WHERE id = $1 AND origin = 'upload'";

  // Music that was proposed to people for other ads; their judgement of it goes with it.
  private static final String DELETE_PROPOSALS =
      """
      WITH about AS (
        SELECT id FROM review_item WHERE EXISTS (
          SELECT FROM jsonb_array_elements(subject->'candidates') candidate
          WHERE (candidate->>'track')::bigint = $1)),
      gone AS (DELETE FROM review_item WHERE id IN (SELECT id FROM about))
      SELECT count(*)::int AS decisions FROM review_decision WHERE item_id IN (SELECT id FROM about)
      """;

  private static final String DELETE_TRACK = "DELETE FROM track WHERE id = $1";

  private static final String DELETE_MEDIA =
      """
      DELETE FROM media_file WHERE sha256 = $1
        AND NOT EXISTS (SELECT FROM ad WHERE ad.sha256 = $1)
        AND NOT EXISTS (SELECT FROM track WHERE track.sha256 = $1)
      """;

  private static final String NOTE =
      "INSERT INTO deletion (kind, decisions, datasets) VALUES ($1, $2, $3)";

  private final SqlConnection connection;
  private int decisions;

  Erasure(SqlConnection connection) {
    this.connection = connection;
  }

  /**
   * What went.
   *
   * @param decisions judgements of people
   * @param datasets that still hold it
   * @param contents hashes of files that may be without a row now
   */
  record Erased(int decisions, List<String> datasets, List<String> contents) {}

  Optional<Erased> ad(long id) {
    var found = run(AD, Tuple.of(id));
    if (found.size() == 0) {
      return Optional.empty();
    }
    var ad = found.iterator().next();
    refuseWhileInUse(ad.getString("collection"));
    var datasets = Deletion.datasetsOf(connection, id).await();
    decisions += count(DECISIONS_ABOUT_AD, Tuple.of(id));
    run(DELETE_AD, Tuple.of(id));
    run(FORGET_FAILURES, Tuple.of(ad.getString("name")));
    if (ad.getString("tag") != null) {
      run(DELETE_TAG_VECTOR, Tuple.of(ad.getString("tag")));
    }
    if (ad.getLong("track_id") != null) {
      leaveTrack(ad.getLong("track_id"), ad.getString("name"));
    }
    return Optional.of(erased("ad", datasets, ad.getString("sha256")));
  }

  Optional<Erased> track(long id) {
    var found = run(TRACK, Tuple.of(id));
    if (found.size() == 0) {
      return Optional.empty();
    }
    var track = found.iterator().next();
    if (track.getLong("ads") > 0 || !"upload".equals(track.getString("origin"))) {
      throw new InUseException(
          "track %d is the music of %d ads and goes with the last of them; delete those"
              .formatted(id, track.getLong("ads")));
    }
    deleteTrack(id);
    return Optional.of(erased("track", List.of(), track.getString("sha256")));
  }

  private void refuseWhileInUse(String collection) {
    if (!run(NO_INGEST, Tuple.of(collection)).iterator().next().getBoolean("free")) {
      throw new InUseException(
          "ads are being taken into \"%s\"; delete when that has ended".formatted(collection));
    }
    for (var job : run(DATASET_JOB, Tuple.of(collection))) {
      throw new InUseException(
          "job %d makes a dataset of \"%s\"; delete when it has ended"
              .formatted(job.getLong("id"), collection));
    }
  }

  /** A track without ads goes; one that stays must not be called like the ad that is gone. */
  private void leaveTrack(long track, String adName) {
    var others = run(OTHER_AD_OF_TRACK, Tuple.of(track));
    if (others.size() == 0) {
      if (run(IS_UPLOAD, Tuple.of(track)).size() == 0) {
        deleteTrack(track);
      }
      return;
    }
    var other = others.iterator().next().getString("name");
    run(RENAME_TRACK, Tuple.of(track, TrackTitle.of(adName), TrackTitle.of(other)));
  }

  private void deleteTrack(long id) {
    decisions += count(DELETE_PROPOSALS, Tuple.of(id));
    run(DELETE_TRACK, Tuple.of(id));
  }

  private Erased erased(String kind, List<String> datasets, @Nullable String sha256) {
    var contents = new ArrayList<String>();
    if (sha256 != null && run(DELETE_MEDIA, Tuple.of(sha256)).rowCount() > 0) {
      contents.add(sha256);
    }
    run(NOTE, Tuple.of(kind, decisions, datasets.toArray(String[]::new)));
    return new Erased(decisions, datasets, contents);
  }

  private int count(String sql, Tuple values) {
    return run(sql, values).iterator().next().getInteger("decisions");
  }

  private RowSet<Row> run(String sql, Tuple values) {
    return connection.preparedQuery(sql).execute(values).await();
  }
}
