package org.yuyin.training;

import org.yuyin.storage.InputException;

/** Another process trains this run now; nothing this one writes is taken any more. */
public final class RunTakenOverException extends InputException {
  private static final long serialVersionUID = 1L;

  RunTakenOverException(long run) {
    super("run %d was taken over by another process; this one has stopped".formatted(run));
  }
}
