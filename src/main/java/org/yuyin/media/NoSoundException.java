package org.yuyin.media;

import java.nio.file.Path;
import org.yuyin.storage.InputException;

/** Sound was asked of a file that has no audio stream. */
public final class NoSoundException extends InputException {
  private static final long serialVersionUID = 1L;

  NoSoundException(Path file) {
    super(file + ": has no sound (no audio stream)");
  }
}
