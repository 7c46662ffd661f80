package org.yuyin.feature;

import org.yuyin.storage.Sha256;

/** The keys under which vectors are stored: lower-case hexadecimal SHA-256. */
public final class ItemKey {
  private ItemKey() {}

  /** The key of a category tag: the SHA-256 of its UTF-8 bytes. A media file's is its content's. */
  public static String ofTag(String tag) {
    return Sha256.of(tag);
  }
}
