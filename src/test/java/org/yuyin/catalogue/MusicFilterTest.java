package org.yuyin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuyin.media.ProgrammeLoudness;
import org.yuyin.media.facts.KeyGuess;
import org.yuyin.media.facts.MusicalKey;
import org.yuyin.media.facts.SoundFacts;
import org.yuyin.media.facts.Tempo;
import org.yuyin.storage.InputException;

class MusicFilterTest {
  private static final SoundFacts FACTS =
      new SoundFacts(
          24,
          Optional.of(new Tempo(112, 0.6)),
          Optional.of(new KeyGuess(new MusicalKey(7, false), 0.2)),
          Optional.of(new ProgrammeLoudness(-16.2, -1.1)),
          0.5,
          2100,
          Optional.of(0.1));
  private static final SoundFacts UNKNOWN =
      new SoundFacts(
          24, Optional.empty(), Optional.empty(), Optional.empty(), 0.1, 300, Optional.empty());

  private static MusicFilter filter(String name, String value) {
    return MusicFilter.parse(asked -> Optional.ofNullable(Map.of(name, value).get(asked)));
  }

  @ParameterizedTest
  @CsvSource({
    "tempo, 90-120, true",
    "tempo, 113.., false",
    "tempo, ..112, true",
    "key, G major, true",
    "key, G minor, false",
    "energy, 'calm, moderate', true",
    "energy, ENERGETIC, false",
    "brightness, bright, true",
    "brightness, dark, false",
    "vocal, no, true",
    "vocal, yes, false",
    "vocal, false, true",
    "loudness, -20..-14, true",
    "loudness, -14.., false"
  })
  void musicPassesThatIsAsAsked(String name, String value, boolean passes) {
    assertThat(filter(name, value).allows(Optional.of(FACTS), Optional.empty())).isEqualTo(passes);
  }

  @Test
  void whoAsksNothingGetsEverythingAlsoWhatNobodyMeasured() {
    assertThat(MusicFilter.none().allows(Optional.empty(), Optional.empty())).isTrue();
    assertThat(MusicFilter.none().allows(Optional.of(UNKNOWN), Optional.empty())).isTrue();
  }

  @Test
  void musicOfWhichTheAskedFactIsNotKnownDoesNotPass() {
    for (var asked : Map.of("tempo", "..300", "vocal", "no", "loudness", "..0").entrySet()) {
      var filter = filter(asked.getKey(), asked.getValue());
      assertThat(filter.allows(Optional.of(UNKNOWN), Optional.empty())).isFalse();
      assertThat(filter.allows(Optional.empty(), Optional.empty())).isFalse();
    }
  }

  @Test
  void everythingThatIsAskedMustBeTrue() {
    var both = Map.of("tempo", "100-120", "vocal", "yes");
    assertThat(
            MusicFilter.parse(asked -> Optional.ofNullable(both.get(asked)))
                .allows(Optional.of(FACTS), Optional.empty()))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "tempo, fast, 90-120",
    "tempo, 120-90, 90-120",
    "key, H, G major",
    "energy, wild, moderate",
    "brightness, '', balanced",
    "vocal, maybe, yes or no",
    "loudness, loud, -20..-14"
  })
  void whatCannotBeReadIsRefusedWithWhatItShouldBe(String name, String value, String told) {
    assertThatThrownBy(() -> filter(name, value))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(told);
  }
}
