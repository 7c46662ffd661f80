package org.yuyin.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.yuyin.storage.IoProblems;
import org.yuyin.storage.Sha256;

/**
 * SHA-256 over the parts of a dataset, each preceded by its length so that none runs into the next.
 */
final class ContentHash {
  private static final int CHUNK_BYTES = 1 << 16;

  private final MessageDigest digest = Sha256.digest();

  void add(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    addLength(bytes.length);
    digest.update(bytes);
  }

  /** Values as little-endian float32. */
  void add(float[] row) {
    addLength(row.length);
    var bytes = ByteBuffer.allocate(row.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(row);
    digest.update(bytes);
  }

  void add(Path file) {
    try (var in = Files.newInputStream(file)) {
      addLength(Files.size(file));
      var chunk = new byte[CHUNK_BYTES];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
      }
    } catch (IOException e) {
      throw IoProblems.reading(file, e);
    }
  }

  private void addLength(long length) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).flip());
  }

  String hex() {
    return Sha256.hex(digest);
  }
}
