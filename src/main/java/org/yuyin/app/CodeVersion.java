package org.yuyin.app;

/** What is running: the program's version and, where the launcher told it, the commit. */
final class CodeVersion {
  private static final String VERSION = "0.1.0";

  private CodeVersion() {}

  /** Such as {@code 0.1.0 (1a2b3c4)}; kept with every run. */
  static String current() {
    var commit = System.getProperty("yuyin.commit", "");
    return commit.isBlank() ? VERSION : "%s (%s)".formatted(VERSION, commit);
  }
}
