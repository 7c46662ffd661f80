package org.yuyin.web.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuyin.media.facts.SoundFacts;
import org.yuyin.media.facts.Tempo;

class LeaningTest {
  private static final SoundFacts OWN = facts(100, 0.5, 1500);

  @ParameterizedTest
  @CsvSource({
    "CALMER, 100, 0.3, 1500, true",
    "CALMER, 100, 0.45, 1500, false",
    "LIVELIER, 100, 0.7, 1500, true",
    "LIVELIER, 100, 0.3, 1500, false",
    "BRIGHTER, 100, 0.5, 1700, true",
    "BRIGHTER, 100, 0.5, 1550, false",
    "DARKER, 100, 0.5, 1200, true",
    "FASTER, 120, 0.5, 1500, true",
    "FASTER, 102, 0.5, 1500, false",
    "SLOWER, 80, 0.5, 1500, true",
    "ANY, 100, 0.5, 1500, true"
  })
  void onlyMusicThatClearlyDiffersThatWayFits(
      Leaning leaning, double bpm, double energy, double brightness, boolean fits) {
    assertThat(leaning.fits(Optional.of(facts(bpm, energy, brightness)), Optional.of(OWN)))
        .isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({"CALMER, false", "FASTER, false", "ANY, true"})
  void whatIsNotKnownDiffersInNoWay(Leaning leaning, boolean fits) {
    assertThat(leaning.fits(Optional.empty(), Optional.of(OWN))).isEqualTo(fits);
    var noTempo =
        new SoundFacts(
            9, Optional.empty(), Optional.empty(), Optional.empty(), 0.5, 1500, Optional.empty());
    assertThat(leaning.fits(Optional.of(noTempo), Optional.of(OWN))).isEqualTo(fits);
  }

  private static SoundFacts facts(double bpm, double energy, double brightnessHz) {
    return new SoundFacts(
        9,
        Optional.of(new Tempo(bpm, 1)),
        Optional.empty(),
        Optional.empty(),
        energy,
        brightnessHz,
        Optional.empty());
  }
}
