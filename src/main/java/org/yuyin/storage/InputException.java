package org.yuyin.storage;

import org.jspecify.annotations.Nullable;

/**
 * Something that the user gave cannot be used. The message says what, where and how to mend it; it
 * is shown as it is, without a stack trace, so the cause is only kept for the log.
 */
public class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names what is wrong. */
  public InputException(String message) {
    super(message);
  }

  /** Names what is wrong and keeps the technical cause for the log. */
  public InputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
