package org.yuyin.account;

/**
 * Who does something, for the audit log.
 *
 * @param name of the user
 * @param through empty for a browser, else what spoke for them
 * @param address where the request came from; empty for the machine itself
 */
public record Actor(String name, String through, String address) {
  /** Whoever has a shell on the machine. */
  public static Actor onCommandLine() {
    return new Actor(System.getProperty("user.name", "?"), "command line", "");
  }

  /** Gave a name that nobody has; it is not told, since people type passwords in its place. */
  static Actor unknown(String address) {
    return new Actor("?", "", address);
  }
}
