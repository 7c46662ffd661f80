package org.yuyin.feature;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An ad, as far as feature extraction needs to know it.
 *
 * @param name for messages
 * @param file its media file
 * @param sha256 of the file's content: the key of its vectors
 * @param tag its category tag; empty when it has none
 */
public record FeatureItem(String name, Path file, String sha256, Optional<String> tag) {
  public FeatureItem {
    tag = tag.filter(text -> !text.isBlank());
  }
}
