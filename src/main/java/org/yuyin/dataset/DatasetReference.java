package org.yuyin.dataset;

import java.util.OptionalInt;
import org.yuyin.storage.InputException;

/**
 * How people name a dataset: {@code demo} for its newest version, {@code demo@2} for one of them.
 *
 * @param name without version
 * @param version counted from 1; empty for the newest
 */
public record DatasetReference(String name, OptionalInt version) {
  /** Reads it; a version that is no number is refused. */
  public static DatasetReference parse(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      return new DatasetReference(text, OptionalInt.empty());
    }
    try {
      int version = Integer.parseInt(text.substring(at + 1));
      return new DatasetReference(text.substring(0, at), OptionalInt.of(version));
    } catch (NumberFormatException e) {
      throw new InputException(
          "\"%s\" should be a name, or a name, an @ and a version".formatted(text), e);
    }
  }
}
