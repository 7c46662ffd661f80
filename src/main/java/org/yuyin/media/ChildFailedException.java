package org.yuyin.media;

/** A child process did not do its work; the caller knows which file that was about. */
final class ChildFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** How a child can fail. */
  enum Cause {
    TIMED_OUT,
    INTERRUPTED,
    TOO_MUCH_OUTPUT,
    EXIT_CODE
  }

  private final Cause reason;

  /**
   * @param messages what the child printed on standard error
   */
  ChildFailedException(Cause reason, String messages) {
    super(messages);
    this.reason = reason;
  }

  Cause reason() {
    return reason;
  }

  String messages() {
    return String.valueOf(getMessage());
  }
}
