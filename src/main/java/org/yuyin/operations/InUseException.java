package org.yuyin.operations;

import org.yuyin.storage.InputException;

/** Something cannot be deleted now, because something else works with it; later it can. */
public final class InUseException extends InputException {
  private static final long serialVersionUID = 1L;

  InUseException(String message) {
    super(message);
  }
}
