package org.yuyin.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsMappedBack() {
    var file = folder.resolve("m.npy");
    float[][] rows = {{1, -2.5f, Float.MIN_VALUE}, {Float.MAX_VALUE, 0, -0f}};
    NpyWriter.write(file, rows, 3);
    var mapped = MappedNpy.open(file);
    assertThat(mapped.rows()).isEqualTo(2);
    assertThat(mapped.width()).isEqualTo(3);
    var target = new float[5];
    mapped.copyRow(1, target, 1);
    assertThat(target).containsExactly(0, Float.MAX_VALUE, 0, -0f, 0);
    assertThat(NpyArray.read(file).rows()).isDeepEqualTo(rows);
  }

  @Test
  void theWrittenHeaderIsWhatNumPyDocuments() throws IOException {
    var file = folder.resolve("m.npy");
    NpyWriter.write(file, new float[][] {{1, 2}}, 2);
    var bytes = Files.readAllBytes(file);
    int headerLength = bytes[8] & 0xff | (bytes[9] & 0xff) << 8;
    assertThat((10 + headerLength) % 64).isZero();
    assertThat(new String(bytes, 10, headerLength, StandardCharsets.ISO_8859_1))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }")
        .endsWith("\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyFormatVersionIsRead(int version) throws IOException {
    var file = npy(version, "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }", 1f, 2f);
    assertThat(NpyArray.read(file).values()).containsExactly(1, 2);
    assertThat(MappedNpy.open(file).width()).isEqualTo(2);
  }

  @Test
  void fortranOrderIsTurnedRoundInMemoryAndRefusedWhenMapped() throws IOException {
    var file =
        npy(
            1,
            "{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }",
            0f,
            10f,
            1f,
            11f,
            2f,
            12f);
    assertThat(NpyArray.read(file).rows()).isDeepEqualTo(new float[][] {{0, 1, 2}, {10, 11, 12}});
    assertThatThrownBy(() -> MappedNpy.open(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("m.npy is in Fortran order");
  }

  @Test
  void anotherTypeIsRefusedWithTheRemedy() throws IOException {
    var file = npy(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1), }", 0f, 0f);
    assertThatThrownBy(() -> MappedNpy.open(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds <f8")
        .hasMessageContaining("astype");
  }

  @Test
  void aFileThatIsTooShortOrTooLongForItsShapeIsRefused() throws IOException {
    var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }";
    for (var values : new float[][] {{1, 2, 3}, {1, 2, 3, 4, 5}}) {
      var file = npy(1, header, values);
      assertThatThrownBy(() -> MappedNpy.open(file))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("needs 16 bytes");
      assertThatThrownBy(() -> NpyArray.read(file)).isInstanceOf(InputException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), }",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (-2, 1), }",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999, 1), }",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (9999999999, 9999999999, 9), }",
        "{'descr': '<f4', 'shape': (2, 1), }",
        "no dictionary"
      })
  void aHeaderThatIsNoPlainMatrixIsRefused(String header) throws IOException {
    var file = npy(1, header, 1f, 2f);
    assertThatThrownBy(() -> MappedNpy.open(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("m.npy");
  }

  @Test
  void filesThatAreNoNpyAreRefusedByName() throws IOException {
    var file = folder.resolve("m.npy");
    assertThatThrownBy(() -> MappedNpy.open(file)).hasMessageContaining("m.npy is missing");
    Files.writeString(file, "");
    assertThatThrownBy(() -> MappedNpy.open(file)).hasMessageContaining("ends within its header");
    Files.writeString(file, "id,category,merged");
    assertThatThrownBy(() -> MappedNpy.open(file)).hasMessageContaining("is not a .npy file");
  }

  @Test
  void anUnfinishedFileLeavesTheOlderOneAsItWas() throws IOException {
    var file = folder.resolve("m.npy");
    NpyWriter.write(file, new float[][] {{7}}, 1);
    try (var writer = new NpyWriter(file, 1)) {
      writer.add(new float[] {8});
    }
    assertThat(NpyArray.read(file).values()).containsExactly(7);
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aMatrixBeyondTwoGigabytesIsMapped() throws IOException {
    var file = folder.resolve("large.npy");
    int rows = 600_000;
    int width = 1_000;
    NpyWriter.write(file, new float[0][], width);
    // A sparse file: only the header and the last row take room on disk.
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.write(NpyHeader.bytes(rows, width).array());
      long header = sparse.getFilePointer();
      sparse.seek(header + (long) rows * width * Float.BYTES - Float.BYTES);
      sparse.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(42).array());
    }
    var mapped = MappedNpy.open(file);
    var row = new float[width];
    mapped.copyRow(rows - 1, row, 0);
    assertThat(row[width - 1]).isEqualTo(42);
    assertThat(row[0]).isZero();
  }

  private Path npy(int version, String header, float... values) throws IOException {
    var text = (header + "\n").getBytes(StandardCharsets.UTF_8);
    var bytes =
        ByteBuffer.allocate(12 + text.length + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) version).put((byte) 0);
    if (version == 1) {
      bytes.putShort((short) text.length);
    } else {
      bytes.putInt(text.length);
    }
    bytes.put(text);
    for (var value : values) {
      bytes.putFloat(value);
    }
    var written = new byte[bytes.position()];
    bytes.flip().get(written);
    return Files.write(folder.resolve("m.npy"), written);
  }
}
