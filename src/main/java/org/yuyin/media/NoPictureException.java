package org.yuyin.media;

import java.nio.file.Path;
import org.yuyin.storage.InputException;

/** Frames were asked of a file that has no video stream. */
public final class NoPictureException extends InputException {
  private static final long serialVersionUID = 1L;

  NoPictureException(Path file) {
    super(file + ": has no picture (no video stream)");
  }
}
