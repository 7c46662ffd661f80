package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MusicPagesTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static long walk;

  @BeforeAll
  static void fillTheCatalogue() {
    assertThat(page("/music")).contains("scripts/yuyin ingest");
    walk = measured(studio.addAd("walk.mp4", "shoes", 2), 96, 0.2, 900, 0.1);
    measured(studio.addAd("run.mp4", "shoes", 1.5), 140, 0.9, 2500, 0.1);
    measured(studio.addAd("song.mp4", "care", 1), 110, 0.5, 1300, 0.9);
    studio.addAd("unknown.mp4", "care", 1.2);
  }

  /** Gives the ad's sound facts as if they had been measured; the number of its track. */
  private static long measured(long ad, double bpm, double energy, double hz, double voice) {
    studio.run(
        """
        INSERT INTO sound_facts (sha256, version, seconds, tempo_bpm, tempo_clarity, key_tonic,
          key_minor, key_clarity, loudness_lufs, true_peak_dbtp, energy, brightness_hz, voice,
          energy_curve, brightness_curve)
        SELECT sha256, 1, 12, $2, 1, 7, false, 1, -16, -2, $3, $4, $5, '{-20,-18}', '{900,950}'
        FROM ad WHERE id = $1
        """,
        Tuple.of(ad, bpm, energy, hz, voice));
    return studio.run("SELECT track_id FROM ad WHERE id = $1", Tuple.of(ad));
  }

  private static String page(String path) {
    var answer = Http.get(studio.at(path), "Accept", "text/html");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Http.text(answer).replaceAll("\\s+", " ");
  }

  @Test
  void everyTrackIsListedWithItsFacts() {
    assertThat(page("/music"))
        .contains("4 tracks", "Music of walk.mp4", "0:12 · 96 BPM · G major · calm · dark")
        .contains("Music of unknown.mp4");
  }

  @Test
  void listCanBeNarrowedByWhatIsKnownOfTheSound() {
    assertThat(page("/music?tempo=90-120")).contains("2 tracks").doesNotContain("run.mp4");
    assertThat(page("/music?energy=energetic")).contains("1 track<", "run.mp4");
    assertThat(page("/music?brightness=dark,bright")).contains("2 tracks");
    assertThat(page("/music?vocal=no")).contains("2 tracks").doesNotContain("song.mp4");
    assertThat(page("/music?key=G+major&loudness=-20..-14")).contains("3 tracks");
    assertThat(page("/music?length=30..")).contains("No track is like that.");
    assertThat(page("/music?category=care-merged")).contains("2 tracks");
    assertThat(page("/music?q=SONG")).contains("1 track<", "song.mp4");
  }

  @Test
  void orderIsTheReadersChoice() {
    assertThat(page("/music?order=tempo")).containsSubsequence("walk", "song", "run", "unknown");
    assertThat(page("/music?order=energy")).containsSubsequence("walk", "song", "run", "unknown");
    assertThat(page("/music?order=title")).containsSubsequence("run", "song", "unknown", "walk");
    var wrong = Http.get(studio.at("/music?order=odd"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(Http.json(wrong).getString("detail")).contains("newest, title, tempo");
  }

  @Test
  void pageOfATrackShowsWhatWasMeasuredAndWhereItIsUsed() {
    assertThat(page("/music/" + walk))
        .contains("96 BPM", "G major", "-16.0 LUFS", "-2.0 dBTP", "instrumental", "walk.mp4")
        .contains("<polyline points=\"0.0,76.0 600.0,4.0\"");
    assertThat(Http.get(studio.at("/music/4711")).statusCode()).isEqualTo(404);
    assertThat(Http.get(studio.at("/music/" + walk + "/advice?leaning=odd")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void adsCanBeSearchedAndSorted() {
    assertThat(page("/ads?q=RUN")).contains("1 ad<", "run.mp4").doesNotContain("walk.mp4");
    assertThat(page("/ads?order=name")).containsSubsequence("run.mp4", "song.mp4", "walk.mp4");
    assertThat(page("/ads?split=test")).contains("No ad is like that.");
  }

  @Test
  void pageOfAnAdLeadsToItsMusic() {
    long ad = studio.run("SELECT id FROM ad WHERE name = 'walk.mp4'", Tuple.tuple());
    assertThat(page("/ads/" + ad)).contains("/music/" + walk, "/recommend/" + ad, "shoes");
    long out = studio.addExcluded("talk.mp4", "speech_only", "2 % of its sound is music");
    assertThat(page("/ads/" + out)).contains("speech only", "2 % of its sound is music");
  }

  @Test
  void finishedClipIsOfferedUnderItsOwnName() {
    long ad = studio.run("SELECT id FROM ad WHERE name = 'song.mp4'", Tuple.tuple());
    var clip = Http.get(studio.at("/media/ads/%d/clip?track=%d".formatted(ad, walk)));
    assertThat(clip.statusCode()).isEqualTo(200);
    assertThat(Http.header(clip, "Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"song - Music of walk.mp4.mp4\";"
                + " filename*=UTF-8''song%20-%20Music%20of%20walk.mp4.mp4");
    assertThat(Http.header(clip, "Content-Type")).isEqualTo("video/mp4");
    assertThat(Http.get(studio.at("/media/ads/%d/clip".formatted(ad))).statusCode()).isEqualTo(400);
    assertThat(Http.get(studio.at("/media/ads/%d/clip?track=4711".formatted(ad))).statusCode())
        .isEqualTo(404);
  }
}
