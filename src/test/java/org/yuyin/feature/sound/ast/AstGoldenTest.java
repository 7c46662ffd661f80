package org.yuyin.feature.sound.ast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuyin.feature.WeightsPlaces;
import org.yuyin.feature.transformer.TestCheckpoints;
import org.yuyin.storage.NpyArray;

/** Against what the authors' own program computes; see the note beside the files. */
class AstGoldenTest {
  /** About what float32 loses: the original itself is 4e-6 off a computation in float64. */
  private static final double TOLERANCE = 1e-5;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"embeddings", "encoder_layer_0", "last_hidden_state", "pooler_output", "logits"})
  void everyStageIsThatOfTheOriginal(String stage) {
    assertThat(difference(TestCheckpoints.AST, TestCheckpoints.AST, stage, stage))
        .isLessThan(TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"encoder_layer_1", "last_hidden_state"})
  void otherSizesWithoutQueryBiasesAndWithoutPrefixAgreeToo(String stage) {
    assertThat(difference(TestCheckpoints.SMALL_AST, TestCheckpoints.SMALL_AST, stage, stage))
        .isLessThan(TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"last_hidden_state, 1e-5", "pooler_output, 4e-6"})
  void theEpsilonOfTheConfigurationIsUsed(String stage, double tolerance) {
    var original =
        TestCheckpoints.configure(
            TestCheckpoints.copy(TestCheckpoints.AST, folder), Map.of("layer_norm_eps", 1e-6));
    assertThat(difference(original, TestCheckpoints.AST, stage, stage + "_eps_original"))
        .isLessThan(tolerance);
    assertThat(difference(original, TestCheckpoints.AST, stage, stage)).isGreaterThan(tolerance);
  }

  @Test
  void aCheckpointSavedWithoutItsHeadHasNoPrefixAndGivesTheSame() {
    var bare = TestCheckpoints.copy(TestCheckpoints.AST, folder);
    TestCheckpoints.rename(
        bare,
        name ->
            name.startsWith("classifier")
                ? ""
                : name.replace("audio_spectrogram_transformer.", ""));
    assertThat(difference(bare, TestCheckpoints.AST, "pooler_output", "pooler_output"))
        .isLessThan(TOLERANCE);
    try (var extractor = extractor(bare)) {
      assertThat(extractor.stages())
          .containsExactly(
              "embeddings",
              "encoder_layer_0",
              "encoder_layer_1",
              "last_hidden_state",
              "pooler_output");
    }
  }

  private static AstExtractor extractor(Path model) {
    return new AstExtractor(new WeightsPlaces(Path.of("none"), Map.of("ast", model)));
  }

  /** The largest absolute difference at a stage, for the input that lies with the golden file. */
  private static double difference(Path model, Path golden, String stage, String file) {
    try (var extractor = extractor(model)) {
      var rows = extractor.stage(stage, extractor.spectrograms(golden.resolve("input.npy")));
      var expected = NpyArray.read(golden.resolve(file + ".npy")).values();
      assertThat(expected).hasSize(rows.length * rows[0].length);
      double largest = 0;
      for (int i = 0; i < expected.length; i++) {
        float found = rows[i / rows[0].length][i % rows[0].length];
        largest = Math.max(largest, Math.abs(found - expected[i]));
      }
      return largest;
    }
  }
}
