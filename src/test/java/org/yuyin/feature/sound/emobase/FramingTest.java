package org.yuyin.feature.sound.emobase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramingTest {
  @ParameterizedTest
  @CsvSource({
    "8000, 200, 256, 320, 512, 80, 15",
    "11025, 276, 512, 441, 512, 110, 22",
    "16000, 400, 512, 640, 1024, 160, 31",
    "22050, 551, 1024, 882, 1024, 221, 44",
    "32000, 800, 1024, 1280, 2048, 320, 63",
    "44100, 1103, 2048, 1764, 2048, 441, 88",
    "48000, 1200, 2048, 1920, 2048, 480, 96"
  })
  void framesOfEveryCommonRateAreThoseOfOpenSmile(
      int rateHz,
      int shorter,
      int shortTransform,
      int longer,
      int longTransform,
      int hop,
      int skip) {
    var framing = Framing.of(rateHz);
    assertThat(framing).isEqualTo(new Framing(rateHz, shorter, longer, hop));
    assertThat(framing.shortTransform()).isEqualTo(shortTransform);
    assertThat(framing.longTransform()).isEqualTo(longTransform);
    assertThat(new PitchDetector(framing).skippedLags()).isEqualTo(skip);
  }
}
