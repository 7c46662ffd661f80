package org.yuyin.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.storage.InputException;
import org.yuyin.storage.SafetensorsWriter;

class WeightsFileTest {
  private final Path models;

  WeightsFileTest(@TempDir Path models) throws IOException {
    this.models = models;
    new SafetensorsWriter()
        .tensor("w", new long[] {2, 1}, () -> new float[] {1, 2})
        .write(models.resolve("net.safetensors"));
  }

  @Test
  void everyDescriptorNamesItsFileLicenceAndHowToGetIt() {
    for (var name : List.of("inception-v3", "ast", "bert-wwm")) {
      var weights = WeightsFile.named(name);
      assertThat(weights.name()).isEqualTo(name);
      assertThat(weights.file()).startsWith(name).endsWith(".safetensors");
      assertThat(List.of(weights.licence(), weights.source(), weights.get()))
          .noneMatch(String::isBlank);
      assertThat(weights.tensors()).isNotEmpty();
    }
  }

  @Test
  void aFileWithTheNamedTensorsPassesWhenNoHashIsPinned() {
    assertThatCode(() -> weights(null, List.of(2L, 1L)).verify(models)).doesNotThrowAnyException();
  }

  @Test
  void otherShapesAreNamed() {
    assertThatThrownBy(() -> weights(null, List.of(1L, 2L)).verify(models))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("net.safetensors: tensor w should have shape [1, 2] and has [2, 1]");
  }

  @Test
  void aDamagedFileIsToldByItsHash() {
    assertThatThrownBy(() -> weights("0".repeat(64), List.of(2L, 1L)).verify(models))
        .hasMessageContaining("its SHA-256 differs: delete it, then fetch it");
  }

  @Test
  void aMissingFileIsNamedWithWhatToDo() throws IOException {
    Files.delete(models.resolve("net.safetensors"));
    assertThat(weights(null, List.of()).missing(models))
        .hasValueSatisfying(
            notice -> assertThat(notice).endsWith("net.safetensors is not there: fetch it"));
  }

  private static WeightsFile weights(@Nullable String sha256, List<Long> shape) {
    return new WeightsFile(
        "net", "net.safetensors", null, sha256, "MIT", "us", "fetch it", Map.of("w", shape));
  }
}
