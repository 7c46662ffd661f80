package org.yuyin.media;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Walks the chunks of a WAV file up to its samples, to see that they do not end behind the file. A
 * writer into a pipe cannot know how many come and says nothing, or as many as can be said.
 */
final class WavChunks {
  private static final int FILE_HEADER_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final long LEAST_PLACEHOLDER = 0x7FFF_0000L; // of sox, arecord and ffmpeg
  private static final int MOST_CHUNKS = 1000;

  private WavChunks() {}

  static void requireWhole(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    long position = FILE_HEADER_BYTES;
    for (int chunk = 0; chunk < MOST_CHUNKS && position + CHUNK_HEADER_BYTES <= size; chunk++) {
      var header =
          CutOff.bytes(channel, position, CHUNK_HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      var name = new String(header.array(), 0, 4, StandardCharsets.ISO_8859_1);
      long length = header.getInt(4) & 0xffffffffL;
      position += CHUNK_HEADER_BYTES;
      if (name.equals("data")) {
        if (length < LEAST_PLACEHOLDER) {
          CutOff.refuseIfShorter(file, size, position, length);
        }
        return;
      }
      position += length + length % 2; // chunks begin on even places
    }
  }
}
