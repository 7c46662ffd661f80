package org.yuyin.feature.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuyin.feature.transformer.TestCheckpoints;
import org.yuyin.storage.InputException;

class WordPiecesTest {
  private static final Path VOCABULARY = TestCheckpoints.BERT.resolve("vocab.txt");

  @TempDir private Path folder;

  @Test
  void textsFallIntoThePiecesOfTheOriginal() throws IOException {
    try (var pieces = WordPieces.read(VOCABULARY, true, 41, 12)) {
      for (var text :
          new ObjectMapper().readTree(TestCheckpoints.BERT.resolve("texts.json").toFile())) {
        assertThat(pieces.encode(text.path("text").asText()))
            .as(text.path("text").asText())
            .isEqualTo(new ObjectMapper().convertValue(text.path("tokens"), long[].class));
      }
    }
  }

  /** BGE-small-zh has the vocabulary of Chinese BERT, and a published tokeniser of its own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "女装",
        "手机数码配件",
        "women's clothing 女士T恤",
        "2023新款iphone14",
        "100% 纯棉，高档！",
        "〇㐀龥",
        "カメラ",
        "a-b_c/d",
        "naïve",
        "  tab\tnew\nline ",
        "😀 女",
        "\u2028"
      })
  void theVocabularyOfChineseBertGivesThePublishedTokens(String text) throws IOException {
    var description = published();
    var vocabulary = new String[21_128];
    description
        .path("model")
        .path("vocab")
        .properties()
        .forEach(piece -> vocabulary[piece.getValue().asInt()] = piece.getKey());
    var file = Files.writeString(folder.resolve("vocab.txt"), String.join("\n", vocabulary) + "\n");
    var json = new ByteArrayInputStream(new ObjectMapper().writeValueAsBytes(description));
    try (var pieces = WordPieces.read(file, false, 21_128, 512);
        var original = HuggingFaceTokenizer.newInstance(json, Map.of("truncation", "false"))) {
      assertThat(pieces.encode(text)).isEqualTo(original.encode(text).getIds());
    }
  }

  @Test
  void aVocabularyLargerThanTheNetworksIsRefused() {
    assertThatThrownBy(() -> WordPieces.read(VOCABULARY, true, 20, 12))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("vocab.txt has 39 word pieces, more than the 20");
  }

  private static com.fasterxml.jackson.databind.JsonNode published() throws IOException {
    try (var json =
        Objects.requireNonNull(
            WordPiecesTest.class.getResourceAsStream("/bge-small-zh-v1.5-q-tokenizer.json"))) {
      return new ObjectMapper().readTree(json);
    }
  }
}
