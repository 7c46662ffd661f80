package org.yuyin.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.yuyin.storage.InputException;

/**
 * SHA-256 over the parts of a dataset, each preceded by its length so that none runs into the next.
 */
final class ContentHash {
  private static final int CHUNK_BYTES = 1 << 16;

  private final MessageDigest digest;

  ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

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
      throw new InputException("%s cannot be read (%s)".formatted(file, e.getMessage()), e);
    }
  }

  private void addLength(long length) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).flip());
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
