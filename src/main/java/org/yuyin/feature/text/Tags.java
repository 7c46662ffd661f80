package org.yuyin.feature.text;

import java.util.List;
import org.yuyin.storage.InputException;

/** What every extractor of tags asks of them. */
final class Tags {
  private Tags() {}

  /** Refuses a tag without a text. */
  static void requireTexts(List<String> tags) {
    if (tags.stream().anyMatch(String::isBlank)) {
      throw new InputException("a tag is empty: every tag needs a text");
    }
  }
}
