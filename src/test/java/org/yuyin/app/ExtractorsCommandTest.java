package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractorsCommandTest {
  @TempDir private Path data;

  @Test
  void everyExtractorIsALineWithItsWidth() {
    var run = Run.of("extractors", "--data", data.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .containsPattern("(?m)^emobase +2 +emotion +988 ")
        .containsPattern("(?m)^logmel +1 +audio +768 +yes ")
        .containsPattern("(?m)^fbank +1 +audio +128 +no ");
  }

  @Test
  void oneWithoutItsWeightsSaysHowToGetThem() {
    var run = Run.of("extractors", "--data", data.toString());
    assertThat(run.out()).containsPattern("(?m)^inception-v3: .*is not there");
  }

  @Test
  void jsonHoldsTheSameFacts() throws IOException {
    var run = Run.of("extractors", "--json", "--data", data.toString());
    var json = new ObjectMapper().readTree(run.out());
    assertThat(json.findValuesAsText("name")).contains("emobase", "logmel", "inception-v3");
    for (var extractor : json) {
      boolean ready = extractor.get("available").asBoolean();
      assertThat(extractor.get("unavailable_because").isNull()).isEqualTo(ready);
      assertThat(extractor.get("width").asInt()).isPositive();
    }
  }
}
