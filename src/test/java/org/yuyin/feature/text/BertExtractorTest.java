package org.yuyin.feature.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.feature.WeightsPlaces;
import org.yuyin.feature.transformer.TestCheckpoints;
import org.yuyin.storage.InputException;
import org.yuyin.storage.NpyArray;

/** Against a computation by PyTorch's own encoder layer; see the note beside the files. */
class BertExtractorTest {
  private static final float TOLERANCE = 5e-6f;

  @TempDir private Path folder;

  @BeforeEach
  void copy() {
    TestCheckpoints.copy(TestCheckpoints.BERT, folder);
  }

  @Test
  void aTextsVectorIsTheMeanOfTheLastLayerOfTheOriginal() throws IOException {
    assertGolden(folder);
  }

  @Test
  void filesWithoutPrefixAndWithTheOldNamesOfNormalisationGiveTheSame() throws IOException {
    TestCheckpoints.rename(
        folder,
        name ->
            name.replace("bert.", "")
                .replace("LayerNorm.weight", "LayerNorm.gamma")
                .replace("LayerNorm.bias", "LayerNorm.beta"));
    assertGolden(folder);
  }

  @Test
  void theOrderAndTheNumberOfTextsChangeNothing() {
    try (var extractor = extractor()) {
      var texts = new ArrayList<String>();
      for (int i = 0; i < 80; i++) {
        texts.add(i % 3 == 0 ? "女装" : i % 3 == 1 ? "women 手机" : "童鞋");
      }
      var rows = extractor.extract(texts);
      for (int i = 0; i < rows.length; i++) {
        assertThat(rows[i])
            .containsExactly(extractor.extract(List.of(texts.get(i)))[0], within(TOLERANCE));
      }
    }
  }

  @Test
  void severalThreadsGetWhatOneAloneGets() throws Exception {
    try (var extractor = extractor();
        var threads = Executors.newFixedThreadPool(4)) {
      var alone = extractor.extract(List.of("手机phones"));
      var together = new ArrayList<java.util.concurrent.Future<float[][]>>();
      for (int i = 0; i < 20; i++) {
        together.add(threads.submit(() -> extractor.extract(List.of("手机phones"))));
      }
      for (var one : together) {
        assertThat(one.get()[0]).containsExactly(alone[0], within(TOLERANCE));
      }
    }
  }

  @Test
  void itsVersionIsDrawnFromWeightsAndVocabulary() throws IOException {
    int version = version();
    assertThat(version).isEqualTo(version()).isGreaterThan(1);
    Files.writeString(
        folder.resolve("vocab.txt"),
        Files.readString(folder.resolve("vocab.txt")).replace("食", "物"));
    assertThat(version()).isNotEqualTo(version);
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    Files.delete(folder.resolve("vocab.txt"));
    assertThat(problem()).startsWith(folder.resolve("vocab.txt") + " is not there");
    copy();
    TestCheckpoints.configure(folder, Map.of("intermediate_size", 64));
    assertThat(problem())
        .endsWith(
            "tensor bert.encoder.layer.0.intermediate.dense.weight should have shape [64, 32] and"
                + " has [48, 32]");
    copy();
    Files.writeString(folder.resolve("vocab.txt"), "a\nb\n");
    assertThatThrownBy(() -> extractor().extract(List.of("a")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("vocab.txt lacks the word piece [UNK]");
  }

  @Test
  void anEmptyTagIsRefused() {
    try (var extractor = extractor()) {
      assertThatThrownBy(() -> extractor.extract(List.of("a", "  ")))
          .hasMessageContaining("a tag is empty");
    }
  }

  private static void assertGolden(Path model) throws IOException {
    var texts = new ArrayList<String>();
    new ObjectMapper()
        .readTree(TestCheckpoints.BERT.resolve("texts.json").toFile())
        .forEach(text -> texts.add(text.path("text").asText()));
    var expected = NpyArray.read(TestCheckpoints.BERT.resolve("means.npy")).rows();
    try (var extractor = extractor(model)) {
      var rows = extractor.extract(texts);
      assertThat(rows).hasDimensions(expected.length, 32);
      for (int row = 0; row < rows.length; row++) {
        assertThat(rows[row]).as(texts.get(row)).containsExactly(expected[row], within(TOLERANCE));
      }
    }
  }

  private BertExtractor extractor() {
    return extractor(folder);
  }

  private static BertExtractor extractor(Path model) {
    return new BertExtractor(new WeightsPlaces(model, Map.of("bert-wwm", model)));
  }

  private int version() {
    try (var extractor = extractor()) {
      return extractor.info().version();
    }
  }

  private String problem() {
    try (var extractor = extractor()) {
      return extractor.unavailable().orElse("none");
    }
  }
}
