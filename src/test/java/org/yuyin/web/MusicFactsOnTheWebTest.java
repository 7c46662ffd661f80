package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.catalogue.MusicFilter;
import org.yuyin.catalogue.SoundFactsRepository;
import org.yuyin.media.ProgrammeLoudness;
import org.yuyin.media.facts.Curve;
import org.yuyin.media.facts.KeyGuess;
import org.yuyin.media.facts.MusicalKey;
import org.yuyin.media.facts.SoundCurves;
import org.yuyin.media.facts.SoundFacts;
import org.yuyin.media.facts.SoundMeasurement;
import org.yuyin.media.facts.Tempo;
import org.yuyin.web.ranking.RankedTrack;
import org.yuyin.web.ranking.Ranking;

class MusicFactsOnTheWebTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static final SoundFacts FACTS =
      new SoundFacts(
          24,
          Optional.of(new Tempo(112, 0.6)),
          Optional.of(new KeyGuess(new MusicalKey(7, false), 0.2)),
          Optional.of(new ProgrammeLoudness(-16.2, -1.1)),
          0.5,
          2100,
          Optional.of(0.1));

  private final AtomicReference<MusicFilter> asked = new AtomicReference<>();

  @BeforeEach
  void rankOneTrack() {
    var track =
        new RankedTrack(
            1,
            5,
            "Walk",
            0.8,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.of("a"),
            "0123",
            false,
            Optional.of(FACTS),
            Optional.empty());
    studio.rankWith(
        (question, most, stage) -> {
          asked.set(question.music());
          return new Ranking(List.of(track), 1, 7, "yuyin", 0.1, 0.1, Optional.empty(), List.of());
        });
  }

  /** What was last asked of the music. */
  private MusicFilter wish() {
    return Objects.requireNonNull(asked.get());
  }

  @Test
  void recommendationsCarryTheFactsOfTheirMusic() {
    var answer = Http.json(Http.get(studio.at("/api/v1/ads/11/recommendations")));
    var facts = answer.getJsonArray("tracks").getJsonObject(0).getJsonObject("facts");
    assertThat(facts.getDouble("tempoBpm")).isEqualTo(112);
    assertThat(facts.getString("key")).isEqualTo("G major");
    assertThat(facts.getBoolean("vocal")).isFalse();
    assertThat(facts.getDouble("loudnessLufs")).isEqualTo(-16.2);
    assertThat(wish()).isEqualTo(MusicFilter.none());
  }

  @Test
  void whatIsAskedOfTheMusicReachesTheRanking() {
    Http.get(studio.at("/api/v1/ads/12/recommendations?tempo=90-120&vocal=false&key=G+major"));
    assertThat(wish().tempo().orElseThrow().most()).isEqualTo(120);
    assertThat(wish().vocal()).contains(false);
    assertThat(wish().key()).contains(new MusicalKey(7, false));
  }

  @Test
  void twoFiltersForOneAdAreTwoRankings() {
    Http.get(studio.at("/api/v1/ads/13/recommendations?tempo=90-120"));
    Http.get(studio.at("/api/v1/ads/13/recommendations?tempo=60-80"));
    assertThat(wish().tempo().orElseThrow().most()).isEqualTo(80);
  }

  @Test
  void aFilterThatCannotBeReadIsRefusedWithWhatItShouldBe() {
    var answer = Http.get(studio.at("/api/v1/ads/14/recommendations?tempo=fast"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Http.json(answer).getString("detail")).contains("tempo").contains("90-120");
  }

  @Test
  void theListShowsThemInALine() {
    var list = Http.text(Http.get(studio.at("/recommend/15/ranking"), "HX-Request", "true"));
    assertThat(list).contains("0:24 · 112 BPM · G major · moderate · bright");
  }

  @Test
  void aTrackHasItsFactsWithCurves() {
    var ad = studio.addAd("facts.mp4", "facts", 3);
    var track = studio.run("SELECT track_id FROM ad WHERE id = $1", Tuple.of(ad));
    var address = studio.at("/api/v1/tracks/%d/facts".formatted(track));
    assertThat(Http.get(address).statusCode()).isEqualTo(404);

    var sha256 =
        studio
            .postgres()
            .pool()
            .preparedQuery("SELECT sha256 FROM ad WHERE id = $1")
            .execute(Tuple.of(ad))
            .await()
            .iterator()
            .next()
            .getString("sha256");
    var curves = new SoundCurves(new Curve(List.of(-20f, -18f)), new Curve(List.of(2000f, 2200f)));
    new SoundFactsRepository(studio.postgres().pool())
        .put(sha256, new SoundMeasurement(FACTS, curves))
        .await();

    var facts = Http.json(Http.get(address));
    assertThat(facts.getString("key")).isEqualTo("G major");
    assertThat(facts.getJsonArray("energyDb")).hasSize(2);
    assertThat(facts.getJsonArray("brightnessCurveHz").getDouble(1)).isEqualTo(2200);
  }
}
