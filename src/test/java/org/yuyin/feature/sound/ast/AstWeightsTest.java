package org.yuyin.feature.sound.ast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.feature.WeightsPlaces;
import org.yuyin.feature.WeightsState;
import org.yuyin.feature.sound.Clips;
import org.yuyin.feature.transformer.TestCheckpoints;
import org.yuyin.storage.InputException;

/** What it says when its weights are not what they should be. */
class AstWeightsTest {
  @TempDir private Path folder;

  @BeforeEach
  void copy() {
    TestCheckpoints.copy(TestCheckpoints.SMALL_AST, folder);
  }

  @Test
  void aMissingFileIsNamedWithWhatToDo() throws IOException {
    Files.delete(weights());
    assertThat(problem())
        .startsWith(weights() + " is not there: put the published model.safetensors");
    Files.delete(folder.resolve("config.json"));
    TestCheckpoints.copy(TestCheckpoints.SMALL_AST, folder);
    Files.delete(folder.resolve("config.json"));
    assertThat(problem()).startsWith(folder.resolve("config.json") + " is not there");
  }

  @Test
  void aFileThatWasCutShortIsToldByItsHeader() throws IOException {
    var bytes = Files.readAllBytes(weights());
    Files.write(weights(), Arrays.copyOf(bytes, bytes.length - 8));
    assertThat(problem()).contains(weights() + " is no safetensors file", "(cut short?)");
  }

  @Test
  void aMissingTensorIsNamedWithItsShape() {
    TestCheckpoints.rename(
        folder, name -> name.equals("encoder.layer.1.output.dense.bias") ? "" : name);
    assertThat(problem())
        .isEqualTo(
            weights()
                + ": tensor encoder.layer.1.output.dense.bias should have shape [24] and is not"
                + " there");
  }

  @Test
  void aTensorOfAnotherShapeIsNamedWithBoth() {
    TestCheckpoints.configure(folder, Map.of("max_length", 40));
    assertThat(problem())
        .endsWith(
            ": tensor embeddings.position_embeddings should have shape [1, 116, 24] and has"
                + " [1, 86, 24]");
    try (var extractor = extractor()) {
      assertThatThrownBy(() -> extractor.extract(Clips.noise(0.1, 16_000)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("position_embeddings");
    }
  }

  @Test
  void impossibleConfigurationsAreRefusedByField() throws IOException {
    TestCheckpoints.configure(folder, Map.of("num_attention_heads", 5));
    assertThat(problem()).contains("hidden_size 24 is no multiple of num_attention_heads 5");
    TestCheckpoints.configure(folder, Map.of("num_attention_heads", 3, "patch_size", 64));
    assertThat(problem()).contains("patch_size of 64 does not fit a window of 30 frames");
    TestCheckpoints.configure(folder, Map.of("patch_size", 4, "time_stride", -1));
    assertThat(problem()).contains("time_stride should be between 1 and", "got -1");
    TestCheckpoints.configure(folder, Map.of("time_stride", 2, "hidden_act", "swish"));
    assertThat(problem()).contains("hidden_act \"swish\" is not known");
    TestCheckpoints.configure(folder, Map.of("hidden_act", "gelu", "model_type", "bert"));
    assertThat(problem()).contains("config.json describes a model of type \"bert\"");
    Files.writeString(folder.resolve("config.json"), "{");
    assertThat(problem()).contains("config.json is no JSON");
  }

  @Test
  void otherWeightsAreAnotherVersion() throws IOException {
    int version = version();
    assertThat(version).isEqualTo(version()).isGreaterThan(1);
    TestCheckpoints.configure(folder, Map.of("layer_norm_eps", 1e-6));
    assertThat(version()).isNotEqualTo(version);
    TestCheckpoints.copy(TestCheckpoints.SMALL_AST, folder);
    Files.writeString(folder.resolve("preprocessor_config.json"), "{\"mean\": -6.8, \"std\": 5}");
    assertThat(version()).isNotEqualTo(version);
  }

  @Test
  void weightsThatAreReplacedWhileItRunsAreNotMixedIn() throws IOException {
    try (var extractor = extractor()) {
      assertThat(extractor.info().version()).isGreaterThan(1);
      var bytes = Files.readAllBytes(weights());
      bytes[bytes.length - 1] ^= 1;
      Files.write(weights(), bytes);
      assertThatThrownBy(() -> extractor.extract(Clips.noise(0.1, 16_000)))
          .hasMessageContaining("was replaced while the program ran");
    }
  }

  @Test
  void thePreprocessorsMeanAndDeviationAreUsed() throws IOException {
    var silence = Clips.silence(0.1, 16_000);
    Files.writeString(
        folder.resolve("preprocessor_config.json"), "{\"mean\": -15.942385, \"std\": 2.0}");
    try (var extractor = extractor()) {
      var rows = extractor.spectrograms(silence).rows();
      assertThat(rows[0][0]).isCloseTo(0, within(1e-6f));
      assertThat(extractor.spectrograms(silence).padding()).isEqualTo(15.942385f / 4);
    }
    Files.writeString(folder.resolve("preprocessor_config.json"), "{\"sampling_rate\": 8000}");
    assertThat(problem()).contains("sampling_rate is 8000; only 16000 is computed");
  }

  @Test
  void aPlaceMayBeTheFileItself() throws IOException {
    var file = Files.move(weights(), folder.resolve("mine.safetensors"));
    try (var extractor = new AstExtractor(new WeightsPlaces(folder, Map.of("ast", file)))) {
      assertThat(extractor.unavailable()).isEmpty();
    }
  }

  @Test
  void verificationReadsAllAndTellsTheSizes() {
    try (var extractor = extractor()) {
      var state = extractor.verifyWeights().orElseThrow();
      assertThat(state.condition()).isEqualTo(WeightsState.Condition.GOOD);
      assertThat(state.sha256()).hasSize(64);
      assertThat(state.note())
          .isEqualTo(
              "24 values from 3 layers of 3 heads, windows of 30 frames and 20 bands, other sizes"
                  + " than the published model");
    }
  }

  @Test
  void withoutWeightsItIsAsWideAsThePublishedModel() throws IOException {
    Files.delete(weights());
    try (var extractor = extractor()) {
      assertThat(List.of(extractor.info().width(), extractor.info().version()))
          .containsExactly(768, 0);
    }
  }

  private Path weights() {
    return folder.resolve("model.safetensors");
  }

  private AstExtractor extractor() {
    return new AstExtractor(new WeightsPlaces(folder, Map.of("ast", folder)));
  }

  private String problem() {
    try (var extractor = extractor()) {
      return extractor.unavailable().orElse("none");
    }
  }

  private int version() {
    try (var extractor = extractor()) {
      return extractor.info().version();
    }
  }
}
