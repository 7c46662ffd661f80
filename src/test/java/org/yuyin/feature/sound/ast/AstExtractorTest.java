package org.yuyin.feature.sound.ast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuyin.feature.Extractors;
import org.yuyin.feature.Modality;
import org.yuyin.feature.SoundExtractor;
import org.yuyin.feature.WeightsPlaces;
import org.yuyin.feature.sound.Clips;
import org.yuyin.feature.sound.SoundExtractorContract;
import org.yuyin.feature.sound.Spectrograms;
import org.yuyin.feature.transformer.TestCheckpoints;
import org.yuyin.storage.InputException;
import org.yuyin.storage.NpyArray;

class AstExtractorTest extends SoundExtractorContract {
  private static final Path GOLDEN = Path.of("src/test/resources/ast");

  @TempDir private static Path models;
  private AstExtractor extractor;

  @BeforeAll
  void putWeightsInPlace() {
    // A small one, so that the many clips of the contract take no time.
    TestCheckpoints.copy(TestCheckpoints.SMALL_AST, models.resolve("ast"));
    extractor = new AstExtractor(WeightsPlaces.in(models));
  }

  @AfterAll
  void close() {
    extractor.close();
  }

  @Override
  protected SoundExtractor extractor() {
    return extractor;
  }

  @Override
  protected Extractors registry() {
    return Extractors.standard(models);
  }

  @ParameterizedTest
  @CsvSource({
    "fbank/f01_music_12s_16k.wav, f01_music_12s_16k.ast_input.npy, 2",
    "emobase/audio/s04_music_16k.wav, tiny_a/input.npy, 1"
  })
  void aClipsFirstWindowIsTheInputOfTheOriginal(String clip, String golden, int windows) {
    try (var published = new AstExtractor(places(TestCheckpoints.AST))) {
      var seen = published.spectrograms(Clips.wav(clip));
      var first = FloatBuffer.allocate(1024 * 128);
      seen.put(0, 128, first);
      var expected = NpyArray.read(GOLDEN.resolve(golden)).floats();
      // 1e-3 of the filterbank, divided as the input is
      assertThat(first.array()).containsExactly(expected, within(1e-4f));
      assertThat(seen.windows()).isEqualTo(windows);
    }
  }

  @Test
  void aLongClipIsTheMeanOfWindowsThatCoverIt() {
    // 98 frames in windows of 30
    var clip = Clips.noise(1.0, 16_000);
    var table = extractor.extractFrames(clip);
    assertThat(table.rows()).hasDimensions(4, 24);
    assertThat(table.hopSeconds()).isCloseTo(68 / 3.0 * 0.01, within(1e-9));
    var vector = extractor.extract(clip);
    for (int column = 0; column < vector.length; column++) {
      double mean = 0;
      for (var row : table.rows()) {
        mean += row[column] / 4.0;
      }
      assertThat(vector[column]).isCloseTo((float) mean, within(1e-6f));
    }
  }

  @Test
  void aWindowsVectorDoesNotDependOnTheOthersInItsBatch() {
    var all = extractor.spectrograms(Clips.noise(12, 16_000));
    var rows = extractor.extractFrames(all).rows();
    assertThat(rows.length).isGreaterThan(32);
    for (int window = 0; window < rows.length; window++) {
      var alone =
          new Spectrograms(
              all.rows(), List.of(all.starts().get(window)), all.frames(), all.padding(), 1);
      assertThat(extractor.extract(alone)).containsExactly(rows[window], within(1e-5f));
    }
  }

  @Test
  void itIsPreferredWhereItsWeightsAre(@TempDir Path empty) {
    try (var with = registry();
        var without = Extractors.standard(empty)) {
      assertThat(with.preferred(Modality.AUDIO).info().name()).isEqualTo("ast");
      assertThat(without.preferred(Modality.AUDIO).info().name()).isEqualTo("logmel");
    }
  }

  @Test
  void anUnknownStageIsAnsweredByTheKnownOnes() {
    assertThatThrownBy(
            () -> extractor.stage("layer1", extractor.spectrograms(Clips.noise(0.1, 16_000))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("encoder_layer_2");
  }

  private static WeightsPlaces places(Path model) {
    return new WeightsPlaces(models, Map.of("ast", model));
  }

  @Test
  void aReadySpectrogramOfAnotherShapeIsRefused() {
    assertThatThrownBy(() -> extractor.spectrograms(GOLDEN.resolve("tiny_a/input.npy")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("input.npy has shape [1, 1024, 128]")
        .hasMessageContaining("(30, 20) or (windows, 30, 20)");
  }
}
