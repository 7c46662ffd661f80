package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.media.TestClips;

/** What is measured, not how fast it is: that is for the command itself to tell. */
class BenchExtractCommandTest {
  private static final String MUSIC = "src/test/resources/emobase/audio/s10_music_short_44k.wav";

  @TempDir private Path folder;

  @Test
  void soundIsMeasuredInRealTimeAndWithItsStages() throws JsonProcessingException {
    var row = json(bench("--extractor", "emobase", MUSIC)).get(0);
    assertThat(row.get("extractor").asText()).isEqualTo("emobase");
    assertThat(row.get("item").asText()).isEqualTo("s10_music_short_44k.wav");
    assertThat(row.get("seconds").asDouble()).isCloseTo(0.5, within(0.01));
    assertThat(row.get("pieces").isNull()).isTrue();
    assertThat(row.get("items_per_minute").asDouble()).isPositive();
    assertThat(row.at("/analysis/real_time_factor_cpu").asDouble()).isPositive();
    assertThat(row.at("/with_decoding/wall_seconds").asDouble())
        .isGreaterThan(row.at("/analysis/wall_seconds").asDouble());
    assertThat(row.get("decode_share").asDouble()).isPositive();
    assertThat(row.get("network_share").asDouble()).isZero();
    assertThat(shares(row)).isCloseTo(1, within(1e-9));
  }

  @Test
  void framesAndTextsAreCounted() throws JsonProcessingException {
    var video = TestClips.video(folder.resolve("ad.mp4"), 2).toString();
    var rows = json(bench("--extractor", "colour-motion", "--extractor", "bge-small-zh", video));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get("pieces").asInt()).isEqualTo(4);
    assertThat(rows.get(0).get("seconds").asDouble()).isCloseTo(2, within(0.1));
    assertThat(rows.get(1).get("pieces").asInt()).isEqualTo(15);
    assertThat(rows.get(1).get("seconds").isNull()).isTrue();
    assertThat(rows.get(1).get("network_share").asDouble()).isPositive();
  }

  @Test
  void withoutFilesAnAdAndItsMusicAreMade() throws JsonProcessingException {
    var rows = json(bench("--extractor", "fbank"));
    assertThat(rows.findValuesAsText("item"))
        .containsExactly("ad.mp4", "music-44100.wav", "music-16000.wav");
  }

  @Test
  void theTableHasALineForEachAndSaysWhatItsColumnsMean() {
    var run = Run.of("bench", "extract", "--seconds", "0.01", "--extractor", "fbank", MUSIC);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().findFirst().orElseThrow())
        .contains("extractor", "x CPU", "items/min", "decode", "network");
    assertThat(run.out()).containsPattern("(?m)^fbank +s10_music").contains("seconds of media");
  }

  @Test
  void extractorsThatAreNotThereAreRefusedWhenNamed() {
    var run = bench("--data", folder.toString(), "--extractor", "inception-v3", MUSIC);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("is not there").hasLineCount(1);
  }

  @Test
  void filesWithNothingToDescribeAreOneLine() {
    var run = bench("--extractor", "colour-motion", MUSIC);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("none of the files").hasLineCount(1);
  }

  @Test
  void aLengthOfNothingIsWrongUsage() {
    var run = Run.of("bench", "extract", "--seconds", "0", MUSIC);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--seconds must be more than 0");
  }

  private static double shares(JsonNode row) {
    return row.get("decode_share").asDouble()
        + row.get("dsp_share").asDouble()
        + row.get("network_share").asDouble();
  }

  private static JsonNode json(Run run) throws JsonProcessingException {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  private static Run bench(String... arguments) {
    var all = new ArrayList<>(List.of("bench", "extract", "--json", "--seconds", "0.05"));
    all.addAll(List.of(arguments));
    return Run.of(all.toArray(String[]::new));
  }
}
