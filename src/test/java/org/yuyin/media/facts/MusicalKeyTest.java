package org.yuyin.media.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuyin.storage.InputException;

class MusicalKeyTest {
  @ParameterizedTest
  @CsvSource({
    "G major, 7, false",
    "g, 7, false",
    "F# minor, 6, true",
    "f sharp minor, 6, true",
    "Bb minor, 10, true",
    "Bbm, 10, true",
    "b minor, 11, true",
    "Am, 9, true",
    "Cb, 11, false"
  })
  void keysAreReadAsPeopleWriteThem(String text, int tonic, boolean minor) {
    assertThat(MusicalKey.parse(text)).isEqualTo(new MusicalKey(tonic, minor));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "H major", "major", "C sharp flat", "12"})
  void whatIsNoKeyIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> MusicalKey.parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("G major");
  }

  @Test
  void everyKeyIsReadBackFromItsWords() {
    for (int tonic = 0; tonic < MusicalKey.NOTES; tonic++) {
      for (boolean minor : new boolean[] {false, true}) {
        var key = new MusicalKey(tonic, minor);
        assertThat(MusicalKey.parse(key.words())).isEqualTo(key);
      }
    }
  }

  @Test
  void theRelativeOfTheRelativeIsTheKeyItself() {
    assertThat(new MusicalKey(0, false).relative()).isEqualTo(new MusicalKey(9, true));
    assertThat(new MusicalKey(9, true).relative()).isEqualTo(new MusicalKey(0, false));
  }
}
