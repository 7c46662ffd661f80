package org.yuyin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Damages files in the ways that break parsers: flipped bits, lengths that lie, pieces that are
 * missing, doubled or of another file. The same seed damages in the same way.
 */
public final class Mutations {
  /** How often each seed file is damaged. */
  public static final int ITERATIONS = Integer.getInteger("fuzz.iterations", 300);

  private static final List<byte[]> ODD =
      List.of(
          "-1".getBytes(StandardCharsets.US_ASCII),
          "9223372036854775807".getBytes(StandardCharsets.US_ASCII),
          "null".getBytes(StandardCharsets.US_ASCII),
          "\"\"".getBytes(StandardCharsets.US_ASCII),
          "{[".getBytes(StandardCharsets.US_ASCII),
          " ".repeat(5000).getBytes(StandardCharsets.US_ASCII),
          "\u0000\u202e😀".getBytes(StandardCharsets.UTF_8));

  private final Random random;

  /** Damages by that seed. */
  public Mutations(long seed) {
    this.random = new Random(seed);
  }

  /** A damaged copy. */
  public byte[] of(byte[] whole) {
    var bytes = whole.clone();
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && bytes.length > 0; i++) {
      bytes = once(bytes);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes) {
    int at = place(bytes.length);
    return switch (random.nextInt(7)) {
      case 0 -> {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        yield bytes;
      }
      case 1 -> {
        bytes[at] = (byte) (random.nextBoolean() ? 0xff : random.nextInt(256));
        yield bytes;
      }
      case 2 -> Arrays.copyOf(bytes, at);
      case 3 -> number(bytes, at);
      case 4 -> spliced(bytes, at, ODD.get(random.nextInt(ODD.size())));
      case 5 -> spliced(bytes, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 64)));
      default -> {
        var without = new byte[bytes.length - Math.min(bytes.length - at, 1 + random.nextInt(16))];
        System.arraycopy(bytes, 0, without, 0, at);
        System.arraycopy(
            bytes, bytes.length - (without.length - at), without, at, without.length - at);
        yield without;
      }
    };
  }

  /** Most often at the start, where headers are. */
  private int place(int length) {
    return random.nextInt(random.nextInt(3) > 0 ? Math.min(length, 256) : length);
  }

  private byte[] number(byte[] bytes, int at) {
    if (at + 8 <= bytes.length) {
      long lie =
          random.nextBoolean() ? Long.MAX_VALUE >> random.nextInt(60) : -random.nextInt(1000);
      ByteBuffer.wrap(bytes).putLong(at, random.nextBoolean() ? lie : Long.reverseBytes(lie));
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int at, byte[] piece) {
    var longer = new byte[bytes.length + piece.length];
    System.arraycopy(bytes, 0, longer, 0, at);
    System.arraycopy(piece, 0, longer, at, piece.length);
    System.arraycopy(bytes, at, longer, at + piece.length, bytes.length - at);
    return longer;
  }
}
