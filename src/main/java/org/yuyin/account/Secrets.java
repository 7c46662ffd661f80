package org.yuyin.account;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.yuyin.storage.Sha256;

/**
 * Random secrets of 256 bits. Nobody can guess one, so a plain SHA-256 is enough to keep it by:
 * whoever reads the database learns nothing that opens a session.
 */
final class Secrets {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  static String fresh() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static Buffer hash(String secret) {
    return Buffer.buffer(Sha256.digest().digest(secret.getBytes(StandardCharsets.UTF_8)));
  }
}
