package org.yuyin.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
  private final Path folder;

  SafetensorsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    var file = folder.resolve("a.safetensors");
    new SafetensorsWriter()
        .metadata("source", "test")
        .tensor("layer.weight", new long[] {2, 3}, () -> new float[] {1, 2, 3, 4, 5, -6.5f})
        .tensor("scalar", new long[] {}, () -> new float[] {7})
        .tensor("none", new long[] {0, 4}, () -> new float[0])
        .write(file);

    try (var read = Safetensors.open(file)) {
      assertThat(read.metadata()).containsEntry("source", "test");
      assertThat(read.entries()).containsOnlyKeys("layer.weight", "scalar", "none");
      assertThat(read.shape("layer.weight")).containsExactly(2, 3);
      assertThat(read.floats("layer.weight")).containsExactly(1, 2, 3, 4, 5, -6.5f);
      assertThat(read.floats("scalar")).containsExactly(7);
      assertThat(read.floats("none")).isEmpty();
    }
  }

  @Test
  void onlyTheFinishedFileIsLeftInTheFolder() throws IOException {
    var writer = new SafetensorsWriter().tensor("x", new long[] {2}, () -> new float[3]);
    assertThatThrownBy(() -> writer.write(folder.resolve("x.safetensors")))
        .hasMessageContaining("needs 2 values, got 3");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aTensorOfAnotherShapeIsRefusedWithBothShapes() throws IOException {
    try (var read = Safetensors.open(file(HEADER, 8))) {
      read.require(TensorShape.of("a", 2));
      assertThatThrownBy(() -> read.require(TensorShape.of("a", 1, 2)))
          .isInstanceOf(InputException.class)
          .hasMessageEndingWith("tensor a should have shape [1, 2] and has [2]");
      assertThatThrownBy(() -> read.require(TensorShape.of("b", 2)))
          .hasMessageEndingWith("tensor b should have shape [2] and is not there");
    }
  }

  @Test
  void theFingerprintTellsValuesNamesAndShapesApart() {
    var usual = fingerprint("a", new long[] {100, 400}, 1);
    assertThat(fingerprint("a", new long[] {100, 400}, 1)).isEqualTo(usual);
    assertThat(fingerprint("b", new long[] {100, 400}, 1)).isNotEqualTo(usual);
    assertThat(fingerprint("a", new long[] {400, 100}, 1)).isNotEqualTo(usual);
    assertThat(fingerprint("a", new long[] {100, 400}, 2)).isNotEqualTo(usual);
    assertThat(fingerprint("a", new long[] {0}, 1)).hasSize(64);
  }

  private String fingerprint(String name, long[] shape, float value) {
    var file = folder.resolve("f.safetensors");
    var values = new float[(int) java.util.Arrays.stream(shape).reduce(1, (x, y) -> x * y)];
    java.util.Arrays.fill(values, value);
    new SafetensorsWriter().tensor(name, shape, () -> values).write(file);
    try (var read = Safetensors.open(file)) {
      return read.fingerprint();
    }
  }

  @Test
  void anUnknownTensorIsNamed() throws IOException {
    try (var read = Safetensors.open(file(HEADER, 8))) {
      assertThatThrownBy(() -> read.floats("b"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("lacks the tensor b");
    }
  }

  private static final String HEADER =
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "[]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F31\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}"
      })
  void aHeaderThatBreaksTheFormatIsRefused(String header) throws IOException {
    var file = file(header, 8);
    assertThatThrownBy(() -> Safetensors.open(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("broken.safetensors is no safetensors file");
  }

  @Test
  void aFileCutShortIsRefused() throws IOException {
    assertThatThrownBy(() -> Safetensors.open(file(HEADER, 7)))
        .hasMessageContaining("need 8 bytes and 7 are there");
    assertThatThrownBy(() -> Safetensors.open(Files.write(folder.resolve("c"), new byte[5])))
        .hasMessageContaining("ends within the header length");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 1 << 20, Long.MAX_VALUE})
  void anImpossibleHeaderLengthIsRefused(long length) throws IOException {
    var bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
    var file = Files.write(folder.resolve("broken.safetensors"), bytes);
    assertThatThrownBy(() -> Safetensors.open(file)).hasMessageContaining("its header claims");
  }

  private Path file(String header, int valueBytes) throws IOException {
    var text = header.getBytes(StandardCharsets.UTF_8);
    var bytes =
        ByteBuffer.allocate(8 + text.length + valueBytes)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(text.length)
            .put(text)
            .array();
    return Files.write(folder.resolve("broken.safetensors"), bytes);
  }
}
