package org.yuyin.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.yuyin.storage.InputException;

/**
 * Walks the top-level boxes of an ISO base media file (ISO/IEC 14496-12, section 4.2) to see that
 * none ends behind the file. ffmpeg itself would decode what is there and call it a success.
 */
final class Mp4Boxes {
  // Fragmented files have two boxes a fragment; a minute has some hundred.
  private static final int MOST_BOXES = 100_000;
  private static final int HEADER_BYTES = 8;
  private static final int LARGE_HEADER_BYTES = 16;

  private Mp4Boxes() {}

  static void requireWhole(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    long position = 0;
    boolean index = false;
    for (int box = 0; box < MOST_BOXES && position + HEADER_BYTES <= size; box++) {
      var header = ByteBuffer.allocate(LARGE_HEADER_BYTES);
      channel.read(header, position);
      long length = length(header, size - position);
      if (length < HEADER_BYTES) {
        throw new InputException(file + ": is damaged: a box of impossible length");
      }
      CutOff.refuseIfShorter(file, size, position, length);
      index |= type(header).equals("moov");
      position += length;
    }
    if (!index) {
      throw new InputException(
          file + ": has no index (moov): it is cut off or was never finished; export it again");
    }
  }

  /** 0 means "to the end of the file", 1 that a 64-bit length follows the type. */
  private static long length(ByteBuffer header, long rest) {
    long length = header.getInt(0) & 0xffffffffL;
    if (length == 0) {
      return rest;
    }
    return length == 1 ? header.getLong(HEADER_BYTES) : length;
  }

  private static String type(ByteBuffer header) {
    return new String(header.array(), 4, 4, StandardCharsets.ISO_8859_1);
  }
}
