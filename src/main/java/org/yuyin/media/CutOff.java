package org.yuyin.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.yuyin.storage.InputException;

/** Refuses files that say themselves that they should be longer. */
final class CutOff {
  private CutOff() {}

  /**
   * A part that ends behind the file.
   *
   * @param size bytes that there are
   * @param from where a part of the file begins
   * @param length how many bytes the file says that part has
   */
  static void refuseIfShorter(Path file, long size, long from, long length) {
    if (length > size - from) {
      long needed = length > Long.MAX_VALUE - from ? Long.MAX_VALUE : from + length;
      throw new InputException(
          "%s: is cut off: %,d bytes are there, at least %,d belong to it; copy it again"
              .formatted(file, size, needed));
    }
  }

  /** So many bytes from a place on, fewer at the end of the file; big-endian. */
  static ByteBuffer bytes(FileChannel channel, long position, int count) throws IOException {
    var bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
      // A short read is allowed to happen; go on until there is enough or the file ends.
    }
    return bytes.flip();
  }
}
