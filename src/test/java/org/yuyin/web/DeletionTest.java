package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.media.FfmpegMediaReader;
import org.yuyin.media.MediaLimits;
import org.yuyin.media.Previews;
import org.yuyin.media.TestClips;
import org.yuyin.operations.Sweep;
import org.yuyin.storage.BlobLock;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.InputException;
import org.yuyin.storage.Sha256;

/** What is deleted is nowhere any more: every table and every file is looked through. */
class DeletionTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static final String TAG = "a tag that only one ad has";

  /** Numbers that occur nowhere else, so that they can be looked for in texts. */
  @BeforeAll
  static void countFromFarAway() {
    studio.run("ALTER TABLE ad ALTER id RESTART WITH 71000001", Tuple.tuple());
    studio.run("ALTER TABLE track ALTER id RESTART WITH 72000001", Tuple.tuple());
  }

  private static long ad(String name, String category, double seconds) throws IOException {
    var file = studio.clip(name, seconds);
    long id = studio.addAd(file, category);
    Files.delete(file); // the source is its owner's business
    return id;
  }

  private static String contentOf(long ad) {
    return studio
        .postgres()
        .pool()
        .preparedQuery("SELECT sha256 FROM ad WHERE id = $1")
        .execute(Tuple.of(ad))
        .await()
        .iterator()
        .next()
        .getString(0);
  }

  private static HttpResponse<byte[]> delete(String path) {
    return Http.delete(studio.at(path));
  }

  /** Everywhere where a table holds a text. */
  private static List<String> rowsWith(String text) {
    var pool = studio.postgres().pool();
    var found = new ArrayList<String>();
    var tables =
        pool.query(
                "SELECT relname FROM pg_class WHERE relkind = 'r'"
                    + " AND relnamespace = 'public'::regnamespace")
            .execute()
            .await();
    for (var table : tables) {
      var name = table.getString(0);
      pool.preparedQuery("SELECT t::text FROM %s t WHERE strpos(t::text, $1) > 0".formatted(name))
          .execute(Tuple.of(text))
          .await()
          .forEach(row -> found.add(name + ": " + row.getString(0)));
    }
    return found;
  }

  /** Every file of the data folder that is, mentions or is named after a content. */
  private static List<Path> filesOf(String sha256, String name) throws IOException {
    try (var files = Files.walk(studio.postgres().folder().root())) {
      var found = new ArrayList<Path>();
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (file.toString().contains(sha256.substring(2, 16))
            || Sha256.of(file).equals(sha256)
            || bytes.contains(sha256)
            || bytes.contains(name)) {
          found.add(file);
        }
      }
      return found;
    }
  }

  private static void assertGone(String sha256, String name, long id) throws IOException {
    assertThat(rowsWith(sha256)).isEmpty();
    assertThat(rowsWith(sha256.substring(0, 16))).isEmpty();
    assertThat(rowsWith(name)).isEmpty();
    assertThat(rowsWith(Long.toString(id))).isEmpty();
    assertThat(filesOf(sha256, name)).isEmpty();
  }

  /** A review of one ad to which music was proposed, with a judgement. */
  private static void judge(long ad, long track, String tag) {
    long task =
        studio.run(
            """
            INSERT INTO review_task (name, kind, reviewers, settings)
            VALUES ('fit', 'recommendation', 1, '{}') RETURNING id
            """,
            Tuple.tuple());
    long item =
        studio.run(
            """
            INSERT INTO review_item (task_id, position, ad_id, subject)
            SELECT $1, 0, $2, jsonb_build_object('guesses', '[]'::jsonb, 'candidates',
              jsonb_build_array(jsonb_build_object('option', 'run:1', 'track', $3::bigint,
                'title', 'x', 'tag', $4::text, 'score', 0.5))) RETURNING id
            """,
            Tuple.of(task, ad, track, tag));
    studio.run(
        """
        INSERT INTO review_decision (item_id, reviewer, answer, seconds)
        VALUES ($1, 'Ann', 'yes', 3)
        """,
        Tuple.of(item));
  }

  private static void addVector(String item) {
    studio.run(
        "INSERT INTO feature (item, extractor, version, vector) VALUES ($1, 'emobase', 2, '\\x00')",
        Tuple.of(item));
  }

  @Test
  void anAdGoesWithAllThatDerivesFromIt() throws IOException {
    long gone = ad("secret-spring.mp4", "perfume", 2.2);
    long kept = ad("kept.mp4", "perfume", 2.4);
    var content = contentOf(gone);
    long track = studio.run("SELECT track_id FROM ad WHERE id = $1", Tuple.of(gone));
    studio.run("UPDATE ad SET tag = $2 WHERE id = $1", Tuple.of(gone, TAG));
    addVector(content);
    addVector(Sha256.of(TAG));
    judge(gone, 1, "0");
    judge(kept, track, content.substring(0, 16));
    studio.run(
        """
        INSERT INTO job (type, settings, state, result) VALUES ('dataset', '{}', 'finished',
          '{"failures": ["secret-spring.mp4 (emobase: too short)", "other.mp4 (emobase: x)"]}')
        """,
        Tuple.tuple());
    for (var path : List.of("poster", "video", "clip?track=" + track)) {
      assertThat(Http.get(studio.at("/media/ads/%d/%s".formatted(gone, path))).statusCode())
          .isEqualTo(200);
    }
    assertThat(
            Http.get(studio.at("/media/ads/%d/clip?track=%d".formatted(kept, track))).statusCode())
        .isEqualTo(200);
    assertThat(filesOf(content, "secret-spring")).hasSizeGreaterThanOrEqualTo(4);
    assertThat(Http.text(Http.get(studio.at("/ads/" + gone)))).contains("Delete…", "for good");

    var answer = delete("/api/v1/ads/" + gone);
    assertThat(answer.statusCode()).as(Http.text(answer)).isEqualTo(200);
    assertThat(Http.json(answer).getInteger("decisions")).isEqualTo(2);
    assertThat(Http.json(answer).getJsonArray("remainsInDatasets")).isEmpty();
    assertGone(content, "secret-spring", gone);
    assertThat(rowsWith(Long.toString(track))).isEmpty();
    assertThat(rowsWith(Sha256.of(TAG))).isEmpty();
    assertThat(rowsWith("other.mp4")).hasSize(1);
    assertThat(Http.get(studio.at("/media/ads/%d/video".formatted(kept))).statusCode())
        .isEqualTo(200);
    assertThat(delete("/api/v1/ads/" + gone).statusCode()).isEqualTo(404);
  }

  @Test
  void whatStaysInDatasetsIsSaid() throws IOException {
    long ad = ad("in-a-dataset.mp4", "tea", 2.6);
    long dataset = new TestRuns(studio).dataset();
    studio.run("INSERT INTO dataset_ad VALUES ($1, 0, $2)", Tuple.of(dataset, ad));
    assertThat(Http.text(Http.get(studio.at("/ads/" + ad)))).contains("in toys@3, made before");
    assertThat(Http.json(delete("/api/v1/ads/" + ad)).getJsonArray("remainsInDatasets"))
        .containsExactly("toys@3");
    assertThat(rowsWith(Long.toString(ad))).isEmpty();
  }

  @Test
  void uploadedMusicGoesButAnAdsMusicGoesWithTheAd() throws IOException {
    var file =
        TestClips.make(
            studio.postgres().folder().root().resolve("my_song.mp3"),
            "-f",
            "lavfi",
            "-i",
            TestClips.chords(330, 3));
    var sent = Http.post(studio.at("/api/v1/tracks?name=my_song.mp3"), Files.readAllBytes(file));
    Files.delete(file);
    long track = Http.json(sent).getLong("id");
    long ad = ad("with-a-song.mp4", "tea", 1.9);
    assertThat(Http.get(studio.at("/media/ads/%d/clip?track=%d".formatted(ad, track))).statusCode())
        .isEqualTo(200);
    judge(ad, track, "0");
    long sung = studio.run("SELECT track_id FROM ad WHERE id = $1", Tuple.of(ad));
    var refused = delete("/api/v1/tracks/" + sung);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Http.json(refused).getString("detail")).contains("goes with the last of them");

    var key =
        studio
            .postgres()
            .pool()
            .preparedQuery("SELECT sha256 FROM track WHERE id = $1")
            .execute(Tuple.of(track))
            .await()
            .iterator()
            .next()
            .getString(0);
    assertThat(delete("/api/v1/tracks/" + track).statusCode()).isEqualTo(200);
    assertGone(key, "my_song", track);
  }

  @Test
  void nothingIsDeletedUnderTheHandsOfADatasetJob() throws IOException {
    long ad = ad("busy.mp4", "tea", 1.5);
    long job =
        studio.run(
            """
            INSERT INTO job (type, settings, state, lease_until)
            VALUES ('dataset', '{"collection": "test"}', 'running', now() + interval '1 hour')
            RETURNING id
            """,
            Tuple.tuple());
    assertThat(delete("/api/v1/ads/" + ad).statusCode()).isEqualTo(409);
    studio.run("DELETE FROM job WHERE id = $1", Tuple.of(job));
    assertThat(delete("/api/v1/ads/" + ad).statusCode()).isEqualTo(200);
  }

  @Test
  void nothingIsDeletedWhileMusicIsLookedForUnderIt() throws Exception {
    long ad = ad("asked.mp4", "tea", 1.4);
    var release = new CountDownLatch(1);
    studio.rankWith(
        (question, most, stage) -> {
          try {
            release.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          throw new InputException("no music");
        });
    // The page asks and comes back at once; the work goes on.
    assertThat(Http.get(studio.at("/recommend/%d/ranking".formatted(ad))).statusCode())
        .isEqualTo(200);
    var refused = delete("/api/v1/ads/" + ad);
    release.countDown();
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Http.json(refused).getString("detail")).contains("Music is being looked for");
  }

  @Test
  void whatACrashLeavesIsSweptUpButNotWhatAnUploadHasJustStored() throws IOException {
    var pool = studio.postgres().pool();
    var blobs = new BlobStore(studio.postgres().folder());
    var previews =
        new Previews(
            new FfmpegMediaReader(MediaLimits.standard()),
            MediaLimits.standard(),
            studio.postgres().folder().cache().resolve("previews"));
    var left =
        blobs.put(Files.writeString(studio.postgres().folder().temporary().resolve("l"), "left"));
    var fresh =
        blobs.put(Files.writeString(studio.postgres().folder().temporary().resolve("f"), "fresh"));
    addVector(left.sha256());
    studio.run(
        "UPDATE feature SET made_at = now() - interval '2 hours' WHERE item = $1",
        Tuple.of(left.sha256()));
    Files.setLastModifiedTime(
        blobs.path(left.sha256()), FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    var sweep = new Sweep(pool, blobs, previews);

    // A backup under way holds it off.
    var backup = pool.getConnection().await();
    backup.query("SELECT " + BlobLock.COPY).execute().await();
    assertThat(sweep.run()).isZero();
    backup.query("SELECT pg_advisory_unlock_all()").execute().await();
    backup.close().await();

    assertThat(sweep.run()).isGreaterThanOrEqualTo(1);
    assertThat(blobs.has(left.sha256())).isFalse();
    assertThat(rowsWith(left.sha256())).isEmpty();
    assertThat(blobs.has(fresh.sha256())).isTrue();
  }
}
