package org.yuyin.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Walks a Matroska or WebM file (RFC 8794, sections 5 and 6) up to its segment, which holds
 * everything, to see that it does not end behind the file. What was recorded live says no length
 * and is taken as it is.
 */
final class MatroskaElements {
  private static final int MOST_ID_BYTES = 4;
  private static final int MOST_SIZE_BYTES = 8;
  private static final int MOST_HEADER_BYTES = MOST_ID_BYTES + MOST_SIZE_BYTES;
  private static final int MOST_ELEMENTS = 100;
  private static final int SEGMENT = 0x18538067;

  private MatroskaElements() {}

  static void requireWhole(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    long position = 0;
    for (int element = 0; element < MOST_ELEMENTS && position < size; element++) {
      var header = CutOff.bytes(channel, position, MOST_HEADER_BYTES);
      int idBytes = length(header, 0);
      int sizeBytes = length(header, idBytes);
      if (idBytes > MOST_ID_BYTES
          || sizeBytes > MOST_SIZE_BYTES
          || idBytes + sizeBytes > header.limit()) {
        return; // nothing that could be judged: the decoder will say what it is
      }
      long content = number(header, idBytes, sizeBytes);
      if (isUnknown(content, sizeBytes)) {
        return;
      }
      position += idBytes + sizeBytes;
      CutOff.refuseIfShorter(file, size, position, content);
      if (idBytes == MOST_ID_BYTES && header.getInt(0) == SEGMENT) {
        return;
      }
      position += content;
    }
  }

  /** The leading zeros of a number's first byte say how many bytes it has. */
  private static int length(ByteBuffer header, int at) {
    return at < header.limit()
        ? Integer.numberOfLeadingZeros(header.get(at) & 0xff) - 24 + 1
        : MOST_HEADER_BYTES;
  }

  private static long number(ByteBuffer header, int at, int bytes) {
    long value = header.get(at) & (0xff >> bytes);
    for (int next = 1; next < bytes; next++) {
      value = value << 8 | header.get(at + next) & 0xff;
    }
    return value;
  }

  /** All bits set: the writer did not know. */
  private static boolean isUnknown(long value, int bytes) {
    return value == (1L << 7 * bytes) - 1;
  }
}
