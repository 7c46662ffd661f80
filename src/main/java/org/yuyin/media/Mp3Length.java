package org.yuyin.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Looks for the number of bytes that most encoders leave in the first frame of an MP3 file, under
 * the mark {@code Xing} or {@code Info}. A file without it cannot say that it is cut off.
 */
final class Mp3Length {
  private static final int ID3_HEADER_BYTES = 10;
  private static final int FIRST_FRAME_BYTES = 192; // enough to reach behind the longest side data
  private static final int[] MARK_PLACES = {
    36, 21, 13
  }; // behind the side data, by version, channels
  private static final int HAS_FRAMES = 1;
  private static final int HAS_BYTES = 2;

  private Mp3Length() {}

  static void requireWhole(Path file, FileChannel channel) throws IOException {
    long start = afterId3(CutOff.bytes(channel, 0, ID3_HEADER_BYTES));
    var frame = CutOff.bytes(channel, start, FIRST_FRAME_BYTES);
    for (int place : MARK_PLACES) {
      if (isMark(frame, place)) {
        CutOff.refuseIfShorter(file, channel.size(), start, bytes(frame, place));
        return;
      }
    }
  }

  /** A tag's length is written in four times seven bits. */
  private static long afterId3(ByteBuffer head) {
    if (head.limit() < ID3_HEADER_BYTES || !text(head, 0, 3).equals("ID3")) {
      return 0;
    }
    return ID3_HEADER_BYTES
        + ((head.get(6) & 0x7f) << 21
            | (head.get(7) & 0x7f) << 14
            | (head.get(8) & 0x7f) << 7
            | head.get(9) & 0x7f);
  }

  private static boolean isMark(ByteBuffer frame, int place) {
    if (frame.limit() < place + 16) {
      return false;
    }
    var mark = text(frame, place, 4);
    return mark.equals("Xing") || mark.equals("Info");
  }

  /** 0 when the encoder left it out. */
  private static long bytes(ByteBuffer frame, int place) {
    int flags = frame.getInt(place + 4);
    int at = place + 8 + ((flags & HAS_FRAMES) == 0 ? 0 : 4);
    return (flags & HAS_BYTES) == 0 ? 0 : frame.getInt(at) & 0xffffffffL;
  }

  private static String text(ByteBuffer bytes, int from, int length) {
    return new String(bytes.array(), from, length, StandardCharsets.ISO_8859_1);
  }
}
