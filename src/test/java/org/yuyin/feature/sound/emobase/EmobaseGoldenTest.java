package org.yuyin.feature.sound.emobase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuyin.feature.sound.Clips;

/**
 * Against what openSMILE 3.0.2 itself prints; see the licence note beside the clips. It prints
 * seven digits, and all of them have to be right, also where nothing but rounding moves a contour.
 */
class EmobaseGoldenTest {
  private static final Csv GOLDEN = Csv.read("emobase/functionals.csv");

  /** Half a unit of the seventh digit, and the rounding of both sides to single precision. */
  private static final double SEVEN_DIGITS = 5e-7 + 2.4e-7;

  private final EmobaseExtractor extractor = new EmobaseExtractor();

  static List<String> clips() {
    return GOLDEN.labels();
  }

  @Test
  void columnsHaveOpenSmilesNamesInItsOrder() {
    assertThat(extractor.columns()).isEqualTo(GOLDEN.columns());
  }

  @ParameterizedTest
  @MethodSource("clips")
  void functionalsAgreeWithOpenSmile(String clip) {
    var vector = extractor.extract(Clips.wav("emobase/audio/" + clip));
    assertThat(differences(vector, GOLDEN.row(clip), GOLDEN.columns())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s03_music_22k",
        "s05_music_clipped_44k",
        "s06_speech_16k",
        "s07_sine440_16k",
        "s09_silence_16k",
        "s10_music_short_44k"
      })
  void contoursAgreeWithOpenSmile(String clip) {
    var golden = Csv.read("emobase/lld/%s.csv.gz".formatted(clip));
    var table = extractor.extractFrames(Clips.wav("emobase/audio/%s.wav".formatted(clip)));
    assertThat(table.columns()).isEqualTo(golden.columns());
    assertThat(table.rows()).hasNumberOfRows(golden.rows().length);
    for (int k = 0; k < golden.rows().length; k++) {
      assertThat(differences(table.rows()[k], golden.rows()[k], golden.columns()))
          .as("row %d", k)
          .isEmpty();
    }
    double lastSeconds = Double.parseDouble(golden.labels().getLast());
    assertThat((table.rows().length - 1) * table.hopSeconds()).isCloseTo(lastSeconds, within(1e-6));
  }

  private static List<String> differences(float[] ours, float[] theirs, List<String> columns) {
    var differences = new ArrayList<String>();
    for (int i = 0; i < theirs.length; i++) {
      double allowed = SEVEN_DIGITS * Math.abs(theirs[i]);
      if (!(Math.abs((double) ours[i] - theirs[i]) <= allowed)) {
        differences.add("%s: %s, not %s".formatted(columns.get(i), ours[i], theirs[i]));
      }
    }
    return differences;
  }
}
