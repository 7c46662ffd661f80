package org.yuyin.web;

/** Makes names that strangers give safe to store and show. */
public final class Names {
  private static final int LONGEST = 120;

  private Names() {}

  /**
   * A file's own name: without folders, without characters that do not print, of bounded length.
   *
   * @param otherwise when nothing is left
   */
  public static String ofFile(String given, String otherwise) {
    var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    var printable = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}]", "").strip();
    if (printable.isEmpty()) {
      return otherwise;
    }
    return printable.codePointCount(0, printable.length()) <= LONGEST
        ? printable
        : printable.substring(0, printable.offsetByCodePoints(0, LONGEST));
  }
}
