package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.media.TestClips;

/** Music that is given by itself, with licences. */
class OwnMusicTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static byte[] song;
  private static long walk;

  @BeforeAll
  static void sendOne() throws IOException {
    song = Files.readAllBytes(sound("morning_walk.mp3", 330, 4));
    var answer = send("/api/v1/tracks?name=morning_walk.mp3", song);
    assertThat(answer.statusCode()).as(Http.text(answer)).isEqualTo(201);
    walk = Http.json(answer).getLong("id");
  }

  private static Path sound(String name, int hz, int seconds) {
    return TestClips.make(
        studio.postgres().folder().root().resolve(name),
        "-f",
        "lavfi",
        "-i",
        TestClips.chords(hz, seconds));
  }

  private static HttpResponse<byte[]> send(String path, byte[] body) {
    return Http.post(studio.at(path), body);
  }

  private static HttpResponse<byte[]> say(String path, String form) {
    return Http.post(
        studio.at(path),
        BodyPublishers.ofString(form),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  private static String page(String path) {
    var answer = Http.get(studio.at(path), "Accept", "text/html");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Http.text(answer).replaceAll("\\s+", " ");
  }

  @Test
  void aSongIsMeasuredListedAndPlayed() {
    assertThat(page("/music?source=uploaded")).contains("Morning Walk", "from the library");
    assertThat(page("/music/" + walk)).contains("Nobody has said what this track", "LUFS");
    assertThat(Http.get(studio.at("/media/tracks/%d/audio".formatted(walk))).statusCode())
        .isEqualTo(200);
    assertThat(Http.get(studio.at("/media/tracks/%d/peaks".formatted(walk))).body()).hasSize(4000);
    assertThat(
            studio.run(
                "SELECT count(*) FROM job WHERE type = 'describe-music' AND state = 'queued'",
                Tuple.tuple()))
        .isEqualTo(1);
  }

  @Test
  void theSameSongAgainIsTheSameTrack() {
    var again = send("/api/v1/tracks?name=morning_walk.mp3", song);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(Http.json(again).getLong("id")).isEqualTo(walk);
  }

  @Test
  void whatIsNoMusicIsRefusedWithTheReason() throws IOException {
    var text = send("/api/v1/tracks?name=notes.mp3", "la la la".getBytes(StandardCharsets.UTF_8));
    assertThat(text.statusCode()).isEqualTo(422);
    assertThat(Http.json(text).getString("detail")).startsWith("notes.mp3");
    var silence =
        TestClips.make(
            studio.postgres().folder().root().resolve("silence.wav"),
            "-f",
            "lavfi",
            "-i",
            "anullsrc=r=16000:cl=mono",
            "-t",
            "2");
    var silent = send("/api/v1/tracks?name=silence.wav", Files.readAllBytes(silence));
    assertThat(Http.json(silent).getString("detail")).isEqualTo("silence.wav: is silent");
  }

  @Test
  void aFinishedClipMayHaveIt() {
    long ad = studio.addAd("tea.mp4", "tea", 2);
    var clip = Http.get(studio.at("/media/ads/%d/clip?track=%d".formatted(ad, walk)));
    assertThat(clip.statusCode()).isEqualTo(200);
  }

  @Test
  void aTableSaysWhatFilesAreAndTheListCanBeNarrowed() throws IOException {
    var file = Files.readAllBytes(sound("run.mp3", 392, 3));
    var run = Http.json(send("/api/v1/tracks?name=run.mp3", file)).getLong("id");
    var table =
        """
        file,title,artist,platforms,territories,until,terms
        folder/RUN.mp3,Run Fast,Lin Xia,tiktok;taobao,CN;DE,2999-12-31,pays 3 %
        gone.mp3,Gone,,,,,
        """;
    var said = Http.json(send("/api/v1/music-table?name=t.csv", bytes(table)));
    assertThat(said.getInteger("changed")).isEqualTo(1);
    assertThat(said.getJsonArray("unknown")).containsExactly("gone.mp3");
    assertThat(page("/music/" + run))
        .contains("Run Fast", "Lin Xia", "taobao, tiktok", "CN, DE", "2999-12-31", "pays 3 %");
    assertThat(page("/music?platform=TikTok&territory=cn"))
        .contains("Run Fast", "by Lin Xia")
        .doesNotContain("Morning Walk");
    assertThat(page("/music?platform=youtube")).contains("No track is like that.");
    assertThat(page("/music?q=lin+xia")).contains("Run Fast");

    var ended = say("/api/v1/tracks/" + run, "title=Run&platforms=tiktok&until=2020-01-01");
    assertThat(ended.statusCode()).isEqualTo(200);
    assertThat(page("/music/" + run)).contains("not in force").doesNotContain("Lin Xia");
    assertThat(page("/music?platform=tiktok")).contains("No track is like that.");
  }

  @Test
  void aTableWithAMistakeChangesNothing() {
    var table = "file,title,until\nmorning_walk.mp3,Changed,soon\n";
    var refused = send("/api/v1/music-table?name=licences.csv", bytes(table));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Http.json(refused).getString("detail"))
        .isEqualTo("licences.csv, row 2: until is a day such as 2027-12-31, not \"soon\"");
    assertThat(page("/music/" + walk)).contains("Morning Walk").doesNotContain("Changed");
  }

  @Test
  void onlyUploadsCanBeTakenOut() throws IOException {
    var file = Files.readAllBytes(sound("short.mp3", 440, 2));
    long id = Http.json(send("/api/v1/tracks?name=short.mp3", file)).getLong("id");
    assertThat(say("/api/v1/tracks/%d/removal".formatted(id), "").statusCode()).isEqualTo(200);
    assertThat(Http.get(studio.at("/music/" + id)).statusCode()).isEqualTo(404);
    long ad = studio.addAd("kept.mp4", "tea", 1.7);
    long kept = studio.run("SELECT track_id FROM ad WHERE id = $1", Tuple.of(ad));
    assertThat(say("/api/v1/tracks/%d/removal".formatted(kept), "").statusCode()).isEqualTo(409);
    assertThat(say("/api/v1/tracks/4711", "title=x").statusCode()).isEqualTo(404);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
