package org.yuyin.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in one line why a file could not be read or written. */
public final class IoProblems {
  private IoProblems() {}

  /** A file or folder that cannot be written. */
  public static InputException writing(Path where, IOException cause) {
    return new InputException("%s cannot be written: %s".formatted(where, reason(cause)), cause);
  }

  /** A file or folder that cannot be read. */
  public static InputException reading(Path where, IOException cause) {
    return new InputException("%s cannot be read: %s".formatted(where, reason(cause)), cause);
  }

  /** The bare reason in a few words, without the path. */
  public static String reason(IOException cause) {
    var text =
        cause instanceof FileSystemException file && file.getReason() != null
            ? file.getReason()
            : cause.getMessage();
    if (text != null && text.contains("No space left on device")) {
      return "the disk is full";
    }
    return switch (cause) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException missing -> "it is not there";
      default -> text == null || text.isBlank() ? cause.getClass().getSimpleName() : text;
    };
  }
}
