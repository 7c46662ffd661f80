package org.yuyin.feature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The keys under which vectors are stored: lower-case hexadecimal SHA-256. */
public final class ItemKey {
  private ItemKey() {}

  /** The key of a category tag: the SHA-256 of its UTF-8 bytes. A media file's is its content's. */
  public static String ofTag(String tag) {
    return HexFormat.of().formatHex(sha256().digest(tag.getBytes(StandardCharsets.UTF_8)));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
