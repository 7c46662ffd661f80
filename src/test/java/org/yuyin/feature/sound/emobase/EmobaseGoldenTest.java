package org.yuyin.feature.sound.emobase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuyin.feature.sound.Clips;

/** Against what openSMILE 3.0.2 itself prints; see the licence note beside the clips. */
class EmobaseGoldenTest {
  private static final Csv GOLDEN = Csv.read("emobase/functionals.csv");
  private static final int FUNCTIONALS = Functionals.NAMES.size();

  /** Of the value itself. */
  private static final double RELATIVE = 1e-3;

  /** Of the contour's largest functional. */
  private static final double OF_CONTOUR = 1e-6;

  /** Of a contour's largest value, at frame level. The files carry 7 digits. */
  private static final double OF_LARGEST_LEVEL = 2e-5;

  /**
   * A tone that repeats itself every five frames: each contour is the same five values over and
   * over, so rounding alone decides which of them is the first, and how skewed they lie.
   */
  private static final String TONE = "s07_sine440_16k.wav";

  private static final Set<String> UNDEFINED_ON_TONE =
      Set.of("maxPos", "minPos", "skewness", "kurtosis");

  private static final double OF_CONTOUR_ON_TONE = 2e-6;

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
    var golden = GOLDEN.row(clip);
    var wrong = new ArrayList<String>();
    for (int i = 0; i < golden.length; i++) {
      var functional = Functionals.NAMES.get(i % FUNCTIONALS);
      boolean undefined = clip.equals(TONE) && UNDEFINED_ON_TONE.contains(functional);
      double ofContour = clip.equals(TONE) ? OF_CONTOUR_ON_TONE : OF_CONTOUR;
      double allowed =
          RELATIVE * Math.abs(golden[i]) + ofContour * largest(golden, i - i % FUNCTIONALS);
      if (!undefined && !(Math.abs(vector[i] - golden[i]) <= allowed)) {
        wrong.add("%s: %s, not %s".formatted(GOLDEN.columns().get(i), vector[i], golden[i]));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s06_speech_16k", "s09_silence_16k", "s10_music_short_44k"})
  void contoursAgreeWithOpenSmile(String clip) {
    var golden = Csv.read("emobase/lld/%s.csv".formatted(clip));
    var table = extractor.extractFrames(Clips.wav("emobase/audio/%s.wav".formatted(clip)));
    assertThat(table.columns()).isEqualTo(golden.columns());
    assertThat(table.rows()).hasNumberOfRows(golden.rows().length);
    for (int column = 0; column < golden.columns().size(); column++) {
      double largest = 0;
      double deviation = 0;
      for (int k = 0; k < golden.rows().length; k++) {
        largest = Math.max(largest, Math.abs(golden.rows()[k][column]));
        deviation =
            Math.max(deviation, Math.abs(golden.rows()[k][column] - table.rows()[k][column]));
      }
      assertThat(deviation)
          .as(golden.columns().get(column))
          .isLessThanOrEqualTo(OF_LARGEST_LEVEL * largest);
    }
    double lastSeconds = Double.parseDouble(golden.labels().getLast());
    assertThat((table.rows().length - 1) * table.hopSeconds()).isCloseTo(lastSeconds, within(1e-6));
  }

  /** The largest absolute functional of the contour that begins there. */
  private static double largest(float[] golden, int contour) {
    double largest = 0;
    for (int i = contour; i < contour + FUNCTIONALS; i++) {
      largest = Math.max(largest, Math.abs(golden[i]));
    }
    return largest;
  }
}
