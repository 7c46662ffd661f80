package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CataloguePagesTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static long walk;

  @BeforeAll
  static void fillTheCatalogue() {
    assertThat(page("/")).contains("scripts/yuyin ingest"); // the empty studio says how to begin
    assertThat(page("/ads")).contains("scripts/yuyin ingest");
    walk = studio.addAd("walk.mp4", "shoes", 2);
    studio.addAd("run.mp4", "shoes", 1.5);
    studio.addAd("<i>cream.mp4", "skin & care", 1);
    studio.addExcluded("talk.mp4", "speech_only", "2 % of its sound is music");
    studio.addExcluded("broken.mp4", "unreadable", "is damaged");
  }

  private static String page(String path) {
    var answer = Http.get(studio.at(path), "Accept", "text/html");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Http.text(answer).replaceAll("\\s+", " ");
  }

  @Test
  void homeCountsWhatThereIsAndWhatWasLeftOut() {
    assertThat(page("/"))
        .contains(">3</p>", "2 of 5 left out", "speech only", "cannot be read")
        .contains("shoes-merged", "skin &amp; care-merged");
  }

  @Test
  void listCanBeNarrowed() {
    assertThat(page("/ads")).contains("5 ads", "walk.mp4", "talk.mp4");
    assertThat(page("/ads?state=excluded")).contains("2 ads").doesNotContain("walk.mp4");
    assertThat(page("/ads?exclusion=speech_only")).contains("1 ad<", "2 % of its sound is music");
    assertThat(page("/ads?category=shoes")).contains("2 ads").doesNotContain("cream");
    assertThat(page("/ads?merged=skin+%26+care-merged")).contains("1 ad<", "cream");
    assertThat(page("/ads?category=nothing")).contains("No ad is like that.");
  }

  @Test
  void listCanBeNarrowedByTheShareOfMusic() {
    studio.run("UPDATE ad SET music_share = 0.9 WHERE name = 'walk.mp4'", Tuple.tuple());
    studio.run("UPDATE ad SET music_share = 0.62 WHERE name = 'run.mp4'", Tuple.tuple());
    studio.run("UPDATE ad SET music_share = 0.02 WHERE name = 'talk.mp4'", Tuple.tuple());
    assertThat(page("/ads?musicFrom=62&musicTo=89")).contains("1 ad<", "run.mp4");
    assertThat(page("/ads?musicFrom=90")).contains("1 ad<", "walk.mp4", "music 90–100 %");
    assertThat(page("/ads?musicTo=62&q=mp4&musicFrom=")).contains("2 ads<", "href=\"/ads?q=mp4\"");
    assertThat(page("/ads?musicFrom=&musicTo=")).contains("5 ads<");
    assertThat(page("/ads?musicFrom=13")).contains("<option value=\"13\" selected");
    assertThat(refusal("/ads?musicFrom=80&musicTo=20"))
        .isEqualTo("\"musicFrom\" is at most \"musicTo\", not 80 with 20.");
    assertThat(refusal("/ads?musicTo=101"))
        .isEqualTo("\"musicTo\" is a whole number from 0 to 100, not \"101\".");
  }

  @Test
  void listCanBeNarrowedByWhoGaveTheCategory() {
    assertThat(page("/ads?label=none")).contains("2 ads<", "talk.mp4", "broken.mp4");
    assertThat(page("/ads?label=source")).contains("3 ads<");
    var confirmed =
        Http.post(
            studio.at("/api/v1/ads/" + walk + "/category"),
            "category=shoes".getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(confirmed.statusCode()).isEqualTo(200);
    assertThat(page("/ads?label=person")).contains("1 ad<", "walk.mp4");
    assertThat(page("/ads?label=source")).contains("2 ads<");
    assertThat(refusal("/ads?label=odd"))
        .isEqualTo("\"label\" is one of any, person, source, none, not \"odd\".");
  }

  private static String refusal(String path) {
    var answer = Http.get(studio.at(path));
    assertThat(answer.statusCode()).as(path).isEqualTo(400);
    return Http.json(answer).getString("detail");
  }

  @Test
  void namesOfStrangersAreShownAsText() {
    assertThat(page("/ads")).contains("&lt;i&gt;cream.mp4").doesNotContain("<i>cream");
  }

  @Test
  void wrongStateIsRefused() {
    assertThat(Http.get(studio.at("/ads?state=odd")).statusCode()).isEqualTo(400);
  }

  @Test
  void pageOfAnAdSaysWhereMusicIsHeard() {
    assertThat(page("/ads/" + walk)).doesNotContain("music-strip");
    studio.run(
        "UPDATE ad SET heard = 'mmmmmmmssmmmmmm-', music_share = 0.82 WHERE id = $1",
        Tuple.of(walk));
    studio.run("UPDATE media_file SET duration_seconds = 15.5", Tuple.tuple());
    assertThat(page("/ads/" + walk))
        .contains("Music from 0:00 to 0:07, 0:09 to 0:15; 82 % in all")
        .contains("viewBox=\"0 0 15.5 1\"", "d=\"M9.0 0V1H15.0V0z\"");
  }

  @Test
  void syntheticAdsAreMarked() {
    assertThat(page("/")).doesNotContain("synthetic");
    studio.run("UPDATE ad SET synthetic = true WHERE id = $1", Tuple.of(walk));
    try {
      assertThat(page("/")).contains("1 of 3 ads are synthetic.");
      assertThat(page("/recommend/" + walk)).contains("synthetic");
    } finally {
      studio.run("UPDATE ad SET synthetic = false WHERE id = $1", Tuple.of(walk));
    }
  }

  @Test
  void adIsReachedByItsAddress() {
    assertThat(page("/recommend/" + walk)).contains("/media/ads/" + walk + "/video?v=");
    assertThat(Http.get(studio.at("/recommend/4711")).statusCode()).isEqualTo(404);
  }

  @Test
  void rankingComesAsAPieceAndAsJson() {
    assertThat(page("/recommend/" + walk + "/ranking"))
        .contains("Music of walk.mp4", ">3 tracks<", "0.90")
        .doesNotContain("<html");
    var answer = Http.get(studio.at("/api/v1/ads/" + walk + "/recommendations?top=2"));
    var tracks = Http.json(answer).getJsonArray("tracks");
    assertThat(tracks).hasSize(2);
    assertThat(tracks.getJsonObject(0).getInteger("rank")).isEqualTo(1);
    var sound = Http.get(studio.at(tracks.getJsonObject(0).getString("audio")));
    assertThat(Http.header(sound, "Content-Type")).isEqualTo("audio/mp4");
    assertThat(Http.header(sound, "Cache-Control")).contains("immutable");
  }
}
