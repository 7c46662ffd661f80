package org.yuyin.account;

/**
 * Who does something, for the audit log.
 *
 * @param name of the user, or what was given for one
 * @param through empty for a browser, else what spoke for them
 * @param address where the request came from; empty for the machine itself
 */
public record Actor(String name, String through, String address) {
  /** Whoever has a shell on the machine. */
  public static Actor onCommandLine() {
    return new Actor(System.getProperty("user.name", "?"), "command line", "");
  }

  /** Nobody has signed in. */
  static Actor unknown(String givenName, String address) {
    return new Actor(givenName, "", address);
  }
}
