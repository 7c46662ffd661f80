package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MediaAnswersTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static final int SLICES_OF_A_PERIOD = 4; // of the clip's tone of 440 Hz, and some more
  private static byte[] content = new byte[0];
  private static String video = "";
  private static String track = "";

  @BeforeAll
  static void takeAnAdIn() throws IOException {
    var file = studio.clip("walk.mp4", 3);
    content = Files.readAllBytes(file);
    var ad = studio.addAd(file, "shoes");
    video = studio.at("/media/ads/" + ad + "/video");
    var trackId = studio.run("SELECT track_id FROM ad WHERE id = $1", Tuple.of(ad));
    track = studio.at("/media/tracks/" + trackId);
  }

  @Test
  void withoutARangeTheWholeFileComes() {
    var answer = Http.get(video);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(content);
    assertThat(Http.header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(Http.header(answer, "Content-Type")).isEqualTo("video/mp4");
  }

  @Test
  void rangeGivesExactlyItsBytes() {
    assertPart("bytes=100-199", 100, 200);
    assertPart("bytes=0-0", 0, 1);
    assertPart("bytes=1000-", 1000, content.length);
    assertPart("bytes=-50", content.length - 50, content.length);
    assertPart("bytes=10-999999999", 10, content.length);
  }

  private static void assertPart(String range, int from, int to) {
    var answer = Http.get(video, "Range", range);
    assertThat(answer.statusCode()).as(range).isEqualTo(206);
    assertThat(answer.body()).as(range).isEqualTo(Arrays.copyOfRange(content, from, to));
    assertThat(Http.header(answer, "Content-Range"))
        .isEqualTo("bytes %d-%d/%d".formatted(from, to - 1, content.length));
  }

  @Test
  void rangeBehindTheEndIsRefusedWithTheSize() {
    var answer = Http.get(video, "Range", "bytes=" + content.length + "-");
    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(Http.header(answer, "Content-Range")).isEqualTo("bytes */" + content.length);
  }

  @Test
  void rangeOfOtherContentIsAnsweredWithTheWholeFile() {
    var answer = Http.get(video, "Range", "bytes=0-9", "If-Range", "\"something-else\"");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).hasSize(content.length);
  }

  @Test
  void headTellsTheSizeAndSendsNothing() {
    var answer = Http.head(video);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Http.header(answer, "Content-Length")).isEqualTo("" + content.length);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void knownContentIsNotSentAgain() {
    var tag = Http.header(Http.get(video), "ETag");
    assertThat(Http.get(video, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void onlyAnAddressThatNamesTheContentMayBeKeptForGood() {
    var tag = Http.header(Http.get(video), "ETag").replace("\"", "");
    assertThat(Http.header(Http.get(video + "?v=" + tag), "Cache-Control")).contains("immutable");
    assertThat(Http.header(Http.get(video + "?v=0"), "Cache-Control")).contains("no-cache");
    assertThat(Http.header(Http.get(video), "Cache-Control")).contains("no-cache");
  }

  @Test
  void posterIsAJpeg() {
    var answer = Http.get(video.replace("/video", "/poster"));
    assertThat(Http.header(answer, "Content-Type")).isEqualTo("image/jpeg");
    assertThat(answer.body()).startsWith(0xff, 0xd8, 0xff);
  }

  @Test
  void trackIsTheSoundAloneAndCanBeSeekedIn() {
    var answer = Http.get(track + "/audio", "Range", "bytes=4-7");
    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(Http.text(answer)).isEqualTo("ftyp");
    assertThat(Http.header(answer, "Content-Type")).isEqualTo("audio/mp4");
  }

  @Test
  void outlineOfASteadyToneIsHighEverywhere() {
    var peaks = Http.get(track + "/peaks").body();
    assertThat(peaks).hasSize(2 * 2000);
    // Away from the encoder's fade at both ends.
    for (int slice = 100; slice < 1900; slice += SLICES_OF_A_PERIOD) {
      int least = 0;
      int largest = 0;
      for (int i = slice; i < slice + SLICES_OF_A_PERIOD; i++) {
        least = Math.min(least, peaks[2 * i]);
        largest = Math.max(largest, peaks[2 * i + 1]);
      }
      assertThat(least).isLessThan(-100);
      assertThat(largest).isGreaterThan(100);
    }
  }

  @Test
  void whatIsNotThereIsAProblem() {
    var answer = Http.get(studio.at("/media/ads/4711/video"), "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Http.header(answer, "Content-Type")).isEqualTo("application/problem+json");
  }
}
