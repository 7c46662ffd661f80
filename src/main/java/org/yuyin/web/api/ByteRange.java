package org.yuyin.web.api;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a request wants (RFC 9110, section 14).
 *
 * @param from first byte
 * @param length bytes, at least 1
 */
record ByteRange(long from, long length) {
  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** A range that lies outside of the file: answered with 416. */
  static final class NotSatisfiable extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Reads a Range header. Empty means the whole file: no header, a unit we do not know, or several
   * ranges, which a server may ignore.
   */
  static Optional<ByteRange> parse(@Nullable String header, long size) throws NotSatisfiable {
    var match = SINGLE.matcher(header == null ? "" : header.replace(" ", ""));
    if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (match.group(1).isEmpty()) {
      var last = Math.min(Long.parseLong(match.group(2)), size);
      return Optional.of(checked(size - last, size - 1, size));
    }
    var from = Long.parseLong(match.group(1));
    var to = match.group(2).isEmpty() ? size - 1 : Long.parseLong(match.group(2));
    if (to < from && !match.group(2).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(checked(from, Math.min(to, size - 1), size));
  }

  private static ByteRange checked(long from, long to, long size) throws NotSatisfiable {
    if (from >= size || to < from) {
      throw new NotSatisfiable();
    }
    return new ByteRange(from, to - from + 1);
  }

  /** The Content-Range header for a file of that size. */
  String header(long size) {
    return "bytes %d-%d/%d".formatted(from, from + length - 1, size);
  }
}
