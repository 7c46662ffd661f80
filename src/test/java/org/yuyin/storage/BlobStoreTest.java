package org.yuyin.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobStoreTest {
  /** Of the three letters "abc": the example of FIPS 180-2. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path root;
  private DataFolder folder;
  private BlobStore blobs;

  @BeforeEach
  void open() {
    folder = new DataFolder(root.resolve("data")).create();
    blobs = new BlobStore(folder);
  }

  @Test
  void contentIsFoundUnderItsHash() throws IOException {
    var blob = blobs.put(stream("abc"), 3);
    assertThat(blob).isEqualTo(new Blob(ABC, 3));
    assertThat(blobs.path(ABC)).isEqualTo(folder.blobs().resolve("ba").resolve(ABC.substring(2)));
    assertThat(blobs.path(ABC)).hasContent("abc");
  }

  @Test
  void equalContentIsKeptOnce() throws IOException {
    var file = Files.writeString(root.resolve("a.txt"), "abc");
    assertThat(blobs.put(file)).isEqualTo(blobs.put(stream("abc"), 100));
    assertThat(filesBelow(folder.root())).isEqualTo(1);
  }

  @Test
  void tooLongContentIsRefusedAndLeavesNothing() throws IOException {
    assertThatThrownBy(() -> blobs.put(stream("abc"), 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("larger than 2 bytes");
    assertThat(filesBelow(folder.root())).isZero();
  }

  @Test
  void aStreamThatBreaksIsItsReadersTroubleAndLeavesNothing() throws IOException {
    var broken =
        new InputStream() {
          private int left = 100_000;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("connection reset");
            }
            return 7;
          }
        };
    assertThatThrownBy(() -> blobs.put(broken, Long.MAX_VALUE))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("connection reset");
    assertThat(filesBelow(folder.root())).isZero();
  }

  @Test
  void whatIsNoHashIsNoAddress() {
    assertThatThrownBy(() -> blobs.path("../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static long filesBelow(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
